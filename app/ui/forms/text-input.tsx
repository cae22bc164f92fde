import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '../class-names';
import { Field, splitField, type FieldProps } from './parts/field';

type AffixProps = Omit<ComponentPropsWithoutRef<'div'>, 'children'>;

export type TextInputProps = FieldProps &
  Omit<ComponentPropsWithoutRef<'input'>, keyof FieldProps | 'prefix' | 'width'> & {
    /** Characters that fit, when the answer has a known length. */
    width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
    prefix?: ReactNode;
    suffix?: ReactNode;
    prefixProps?: AffixProps;
    suffixProps?: AffixProps;
    wrapperProps?: AffixProps;
  };

function Affix({
  kind,
  className,
  ...rest
}: AffixProps & { kind: 'prefix' | 'suffix'; children: ReactNode }) {
  return <div className={classNames(`govuk-input__${kind}`, className)} aria-hidden="true" {...rest} />;
}

export function TextInput(props: TextInputProps) {
  const { field, control } = splitField(props);
  const { before, after, ...around } = field;
  const {
    prefix,
    suffix,
    prefixProps,
    suffixProps,
    wrapperProps,
    width,
    className,
    type = 'text',
    ...rest
  } = control;
  const input = (
    <input
      className={classNames(
        'govuk-input',
        width && `govuk-input--width-${width}`,
        className,
        field.error ? 'govuk-input--error' : null,
      )}
      type={type}
      {...rest}
    />
  );
  if (!prefix && !suffix && !before && !after) return <Field {...around}>{input}</Field>;
  return (
    <Field {...around}>
      <div {...wrapperProps} className={classNames('govuk-input__wrapper', wrapperProps?.className)}>
        {before}
        {prefix ? (
          <Affix kind="prefix" {...prefixProps}>
            {prefix}
          </Affix>
        ) : null}
        {input}
        {suffix ? (
          <Affix kind="suffix" {...suffixProps}>
            {suffix}
          </Affix>
        ) : null}
        {after}
      </div>
    </Field>
  );
}
