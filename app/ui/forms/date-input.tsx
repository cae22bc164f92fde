import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from '../class-names';
import { Fieldset, type FieldsetProps, type LegendProps } from './fieldset';
import { descriptionIds, FieldGroup, FieldNotes, type FieldProps } from './parts/field';
import { TextInput, type TextInputProps } from './text-input';

/** One box of the date; the name is its key, `day` gives the field `deadline-day`. */
export type DatePart = Omit<TextInputProps, 'name' | 'error'> & { name: string; wrong?: boolean };

export type DateInputProps = Omit<FieldProps, 'labelProps'> &
  Omit<ComponentPropsWithoutRef<'div'>, 'defaultValue' | 'id' | 'children'> & {
    defaultValue?: Record<string, string | number | undefined>;
    parts?: (DatePart | false | null | undefined)[];
    /** The label becomes the legend of the fieldset. */
    labelProps?: Omit<LegendProps, 'children'>;
    fieldsetProps?: Omit<FieldsetProps, 'legend' | 'legendProps'>;
  };

const dayMonthYear: DatePart[] = [
  { name: 'day', width: 2 },
  { name: 'month', width: 2 },
  { name: 'year', width: 4 },
];

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

type PartProps = {
  part: DatePart;
  id?: string;
  prefix?: string;
  red: boolean;
  defaultValue?: string | number;
};

function DateBox({ part: { wrong: _, ...part }, id, prefix, red, defaultValue }: PartProps) {
  return (
    <div className="govuk-date-input__item">
      <TextInput
        inputMode="numeric"
        defaultValue={defaultValue}
        label={capitalised(part.name)}
        {...part}
        labelProps={{
          ...part.labelProps,
          className: classNames('govuk-date-input__label', part.labelProps?.className),
        }}
        id={part.id ?? `${id}-${part.name}`}
        name={prefix ? `${prefix}-${part.name}` : part.name}
        className={classNames('govuk-date-input__input', red && 'govuk-input--error', part.className)}
      />
    </div>
  );
}

export function DateInput(props: DateInputProps) {
  const {
    name,
    id = name,
    label,
    hint,
    error,
    describedBy,
    before,
    after,
    parts = dayMonthYear,
    ...others
  } = props;
  const { labelProps, hintProps, errorProps, groupProps, fieldsetProps, defaultValue, className, ...rest } =
    others;
  const someWrong = parts.some((part) => part && part.wrong);
  const content = (
    <>
      <FieldNotes {...{ id, hint, error, hintProps, errorProps }} />
      <div className={classNames('govuk-date-input', className)} id={id} {...rest}>
        {before}
        {parts.map((part, index) => {
          if (!part) return null;
          const red = part.wrong ?? Boolean(error && !someWrong);
          return (
            <DateBox
              key={index}
              part={part}
              id={id}
              prefix={name}
              red={red}
              defaultValue={defaultValue?.[part.name]}
            />
          );
        })}
        {after}
      </div>
    </>
  );
  if (!label && !fieldsetProps) return <FieldGroup {...{ error, groupProps }}>{content}</FieldGroup>;
  const described = descriptionIds(id, { hint, error, describedBy });
  return (
    <FieldGroup {...{ error, groupProps }}>
      <Fieldset
        legend={label}
        legendProps={labelProps}
        role="group"
        aria-describedby={described}
        {...fieldsetProps}
      >
        {content}
      </Fieldset>
    </FieldGroup>
  );
}
