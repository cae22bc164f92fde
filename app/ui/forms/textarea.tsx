import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from '../class-names';
import { Field, splitField, type FieldProps } from './parts/field';

export type TextareaProps = FieldProps & Omit<ComponentPropsWithoutRef<'textarea'>, keyof FieldProps>;

export function Textarea(props: TextareaProps) {
  const { field, control } = splitField(props);
  const { className, rows = 5, ...rest } = control;
  return (
    <Field {...field}>
      <textarea
        className={classNames('govuk-textarea', field.error ? 'govuk-textarea--error' : null, className)}
        rows={rows}
        {...rest}
      />
    </Field>
  );
}
