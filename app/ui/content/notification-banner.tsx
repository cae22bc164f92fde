import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '../class-names';

export type NotificationBannerProps = Omit<ComponentPropsWithoutRef<'div'>, 'title'> & {
  /** Says that what the reader asked for was done. */
  success?: boolean;
  title?: ReactNode;
  titleId?: string;
  headingLevel?: 1 | 2 | 3 | 4;
};

/** A plain text becomes the banner's heading; elements stand as they are. */
export function NotificationBanner({ success, children, className, ...props }: NotificationBannerProps) {
  const {
    title = success ? 'Success' : 'Important',
    titleId = 'govuk-notification-banner-title',
    ...others
  } = props;
  const { headingLevel = 2, role = success ? 'alert' : 'region', ...rest } = others;
  const Heading = `h${headingLevel}` as const;
  return (
    <div
      className={classNames(
        'govuk-notification-banner',
        success && 'govuk-notification-banner--success',
        className,
      )}
      role={role}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      {...rest}
    >
      <div className="govuk-notification-banner__header">
        <Heading className="govuk-notification-banner__title" id={titleId}>
          {title}
        </Heading>
      </div>
      <div className="govuk-notification-banner__content">
        {typeof children === 'string' ? (
          <p className="govuk-notification-banner__heading">{children}</p>
        ) : (
          children
        )}
      </div>
    </div>
  );
}
