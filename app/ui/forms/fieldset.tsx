import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '../class-names';
import type { TextSize } from './parts/label';

export type LegendProps = ComponentPropsWithoutRef<'legend'> & { size?: TextSize; pageHeading?: boolean };

export type FieldsetProps = ComponentPropsWithoutRef<'fieldset'> & {
  legend?: ReactNode;
  legendProps?: Omit<LegendProps, 'children'>;
};

function Legend({ size, pageHeading, className, children, ...rest }: LegendProps) {
  return (
    <legend
      className={classNames('govuk-fieldset__legend', size && `govuk-fieldset__legend--${size}`, className)}
      {...rest}
    >
      {pageHeading ? <h1 className="govuk-fieldset__heading">{children}</h1> : children}
    </legend>
  );
}

export function Fieldset({ legend, legendProps, className, children, ...rest }: FieldsetProps) {
  return (
    <fieldset className={classNames('govuk-fieldset', className)} {...rest}>
      {legend ? <Legend {...legendProps}>{legend}</Legend> : null}
      {children}
    </fieldset>
  );
}
