import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from '../../class-names';

export type TextSize = 's' | 'm' | 'l' | 'xl';

export type LabelProps = ComponentPropsWithoutRef<'label'> & { size?: TextSize; pageHeading?: boolean };

export function Label({ size, pageHeading, className, children, ...rest }: LabelProps) {
  if (!children) return null;
  const label = (
    <label className={classNames('govuk-label', size && `govuk-label--${size}`, className)} {...rest}>
      {children}
    </label>
  );
  return pageHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label;
}
