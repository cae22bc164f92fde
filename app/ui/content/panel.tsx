import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '../class-names';

export type PanelProps = Omit<ComponentPropsWithoutRef<'div'>, 'title'> & {
  title: ReactNode;
  headingLevel?: 1 | 2 | 3;
  /** Stops the reader to ask whether they mean it, instead of confirming what was done. */
  interruption?: boolean;
  actions?: ReactNode;
  actionsProps?: Omit<ComponentPropsWithoutRef<'div'>, 'children'>;
};

export function Panel({ title, headingLevel = 1, interruption, className, children, ...props }: PanelProps) {
  const { actions, actionsProps, ...rest } = props;
  const Heading = `h${headingLevel}` as const;
  const kind = interruption ? 'govuk-panel--interruption' : 'govuk-panel--confirmation';
  return (
    <div className={classNames('govuk-panel', kind, className)} {...rest}>
      <Heading className="govuk-panel__title">{title}</Heading>
      {children ? <div className="govuk-panel__body">{children}</div> : null}
      {interruption && (actions || actionsProps) ? (
        <div {...actionsProps} className={classNames('govuk-panel__actions', actionsProps?.className)}>
          {actions ? <div className="govuk-button-group">{actions}</div> : null}
        </div>
      ) : null}
    </div>
  );
}
