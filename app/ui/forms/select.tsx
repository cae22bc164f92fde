import type { ComponentPropsWithoutRef } from 'react';
import type { Attributes } from '../attributes';
import { classNames } from '../class-names';
import { Field, splitField, type FieldProps } from './parts/field';

/** Without a value the text is the value. */
export type SelectOption = {
  text: string;
  value?: string | number;
  disabled?: boolean;
  attributes?: Attributes;
};

export type SelectProps = FieldProps &
  Omit<ComponentPropsWithoutRef<'select'>, keyof FieldProps | 'children'> & {
    options: (SelectOption | false | null | undefined)[];
  };

export function Select(props: SelectProps) {
  const { field, control } = splitField(props);
  const { options, className, ...rest } = control;
  return (
    <Field {...field}>
      <select
        className={classNames('govuk-select', className, field.error ? 'govuk-select--error' : null)}
        {...rest}
      >
        {options.map((option, index) =>
          option ? (
            <option key={index} value={option.value} disabled={option.disabled} {...option.attributes}>
              {option.text}
            </option>
          ) : null,
        )}
      </select>
    </Field>
  );
}
