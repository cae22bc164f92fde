import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from '../class-names';

export type WarningTextProps = ComponentPropsWithoutRef<'div'> & { hiddenPrefix?: string };

export function WarningText({ hiddenPrefix = 'Warning', className, children, ...rest }: WarningTextProps) {
  return (
    <div className={classNames('govuk-warning-text', className)} {...rest}>
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">{hiddenPrefix}</span> {children}
      </strong>
    </div>
  );
}
