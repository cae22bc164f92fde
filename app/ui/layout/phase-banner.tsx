import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '../class-names';
import { Tag } from '../content/tag';

export type PhaseBannerProps = ComponentPropsWithoutRef<'div'> & { tag: ReactNode; tagClassName?: string };

export function PhaseBanner({ tag, tagClassName, className, children, ...rest }: PhaseBannerProps) {
  return (
    <div className={classNames('govuk-phase-banner govuk-width-container', className)} {...rest}>
      <p className="govuk-phase-banner__content">
        <Tag className={classNames('govuk-phase-banner__content__tag', tagClassName)}>{tag}</Tag>{' '}
        <span className="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  );
}
