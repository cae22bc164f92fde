import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from '../../class-names';

export type ErrorMessageProps = ComponentPropsWithoutRef<'p'> & { hiddenPrefix?: string };

export function ErrorMessage({ hiddenPrefix = 'Error', className, children, ...rest }: ErrorMessageProps) {
  return (
    <p className={classNames('govuk-error-message', className)} {...rest}>
      {hiddenPrefix && (
        <>
          <span className="govuk-visually-hidden">{hiddenPrefix}:</span>{' '}
        </>
      )}
      {children}
    </p>
  );
}
