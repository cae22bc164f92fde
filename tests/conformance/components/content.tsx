import type { ReactElement } from 'react';
import { Details } from '~/ui/content/details';
import { InsetText } from '~/ui/content/inset-text';
import { NotificationBanner } from '~/ui/content/notification-banner';
import { Panel } from '~/ui/content/panel';
import { Tag } from '~/ui/content/tag';
import { WarningText } from '~/ui/content/warning-text';
import { Button } from '~/ui/forms/button';
import { ErrorSummary } from '~/ui/forms/error-summary';
import { ErrorMessage } from '~/ui/forms/parts/error-message';
import { Hint } from '~/ui/forms/parts/hint';
import { Label } from '~/ui/forms/parts/label';
import { attributes, content, given, look, type Part } from '../options';

type Titled = Part & { titleText?: string; titleHtml?: string };

const title = ({ titleText, titleHtml }: Titled) => content({ text: titleText, html: titleHtml });

type ButtonOptions = Part & {
  href?: string;
  type?: 'submit' | 'button' | 'reset';
  name?: string;
  value?: string;
  disabled?: boolean;
  isStartButton?: boolean;
  preventDoubleClick?: boolean;
};

export function button({ href, type, name, value, disabled, ...options }: ButtonOptions): ReactElement {
  const props = given({ ...look(options), id: options.id, start: options.isStartButton });
  if (href) {
    return (
      <Button href={href} {...props}>
        {content(options)}
      </Button>
    );
  }
  return (
    <Button {...props} {...given({ type, name, value, disabled, once: options.preventDoubleClick })}>
      {content(options)}
    </Button>
  );
}

type DetailsOptions = Part & { summaryText?: string; summaryHtml?: string; open?: boolean };

export const details = ({ summaryText, summaryHtml, open, ...options }: DetailsOptions): ReactElement => (
  <Details
    summary={content({ text: summaryText, html: summaryHtml })}
    open={open}
    id={options.id}
    {...look(options)}
  >
    {content(options)}
  </Details>
);

export const errorMessage = (options: Part & { visuallyHiddenText?: string }): ReactElement => (
  <ErrorMessage id={options.id} {...given({ hiddenPrefix: options.visuallyHiddenText })} {...look(options)}>
    {content(options)}
  </ErrorMessage>
);

type SummaryOptions = Titled & {
  descriptionText?: string;
  descriptionHtml?: string;
  errorList?: (Part & { href?: string })[];
  disableAutoFocus?: boolean;
};

// The official script gives the summary its focus at run time; ours is in the markup, where the fixtures cannot have it.
export const errorSummary = ({
  disableAutoFocus,
  errorList = [],
  ...options
}: SummaryOptions): ReactElement => (
  <ErrorSummary
    takesFocus={false}
    title={title(options) ?? ''}
    description={content({ text: options.descriptionText, html: options.descriptionHtml })}
    errors={errorList.map((error) => ({
      message: content(error),
      href: error.href,
      attributes: attributes(error.attributes),
    }))}
    {...look(options)}
    {...given({ 'data-disable-auto-focus': disableAutoFocus })}
  />
);

export const hint = (options: Part): ReactElement => (
  <Hint id={options.id} {...look(options)}>
    {content(options)}
  </Hint>
);

export const insetText = (options: Part): ReactElement => (
  <InsetText id={options.id} {...look(options)}>
    {content(options)}
  </InsetText>
);

export const label = (options: Part & { for?: string; isPageHeading?: boolean }): ReactElement => (
  <Label htmlFor={options.for} pageHeading={options.isPageHeading} {...look(options)}>
    {content(options)}
  </Label>
);

type BannerOptions = Titled & {
  type?: string;
  role?: string;
  titleId?: string;
  titleHeadingLevel?: 1 | 2 | 3 | 4;
  disableAutoFocus?: boolean;
};

export const notificationBanner = ({ type, titleHeadingLevel, ...options }: BannerOptions): ReactElement => (
  <NotificationBanner
    success={type === 'success'}
    {...given({
      title: title(options),
      titleId: options.titleId,
      headingLevel: titleHeadingLevel,
      role: options.role,
      'data-disable-auto-focus': options.disableAutoFocus,
    })}
    {...look(options)}
  >
    {content(options)}
  </NotificationBanner>
);

type PanelAction = Part & { href?: string; type?: 'submit' | 'button' };
type PanelOptions = Titled & { headingLevel?: 1 | 2 | 3; actions?: Part & { items?: PanelAction[] } };

function panelAction({ href, type, ...action }: PanelAction, key: number): ReactElement {
  const { className, ...rest } = look(action);
  if (href && type !== 'button') {
    return (
      <a key={key} className={`govuk-link govuk-link--inverse ${className ?? ''}`} href={href} {...rest}>
        {action.text}
      </a>
    );
  }
  const props = { variant: 'inverse', className, ...rest } as const;
  return href ? (
    <Button key={key} {...props} href={href}>
      {action.text}
    </Button>
  ) : (
    <Button key={key} {...props} type={type ?? 'button'}>
      {action.text}
    </Button>
  );
}

export const panel = ({ headingLevel, actions, ...options }: PanelOptions): ReactElement => (
  <Panel
    title={title(options)}
    interruption={options.classes?.includes('govuk-panel--interruption')}
    actions={actions?.items?.map(panelAction)}
    {...given({ headingLevel, actionsProps: actions && look(actions) })}
    {...look(options)}
  >
    {content(options)}
  </Panel>
);

export const tag = (options: Part): ReactElement => <Tag {...look(options)}>{content(options)}</Tag>;

export const warningText = (options: Part & { iconFallbackText?: string }): ReactElement => (
  <WarningText {...given({ hiddenPrefix: options.iconFallbackText })} {...look(options)}>
    {content(options)}
  </WarningText>
);
