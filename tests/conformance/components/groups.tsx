import type { ReactElement } from 'react';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { DateInput, type DatePart } from '~/ui/forms/date-input';
import { Fieldset } from '~/ui/forms/fieldset';
import type { ChoiceEntry } from '~/ui/forms/parts/choice-item';
import { Radios } from '~/ui/forms/radios';
import { attributes, content, given, look, type Part } from '../options';
import { fieldProps, inputProps, type FieldOptions } from './fields';

type FieldsetOptions = Part & {
  legend?: Part & { isPageHeading?: boolean };
  describedBy?: string;
  role?: string;
};

const legendProps = ({ legend }: FieldsetOptions) =>
  given({ ...look(legend), pageHeading: legend?.isPageHeading });

const fieldsetProps = (options: FieldsetOptions) =>
  given({ ...look(options), 'aria-describedby': options.describedBy, role: options.role });

export const fieldset = (options: FieldsetOptions): ReactElement => (
  <Fieldset {...fieldsetProps(options)} legend={content(options.legend)} legendProps={legendProps(options)}>
    {content({ html: options.html })}
  </Fieldset>
);

type GroupOptions = FieldOptions & { fieldset?: FieldsetOptions; idPrefix?: string };

function groupProps(options: GroupOptions) {
  const around = options.fieldset;
  return given({
    ...fieldProps(options),
    id: options.idPrefix ?? options.id,
    label: content(around?.legend),
    labelProps: around && legendProps(around),
    fieldsetProps: around && fieldsetProps(around),
    ...look(options),
  });
}

type ItemOptions = Part & {
  value?: string | number;
  name?: string;
  checked?: boolean | null;
  disabled?: boolean;
  divider?: string;
  behaviour?: string;
  hint?: Part;
  label?: Part;
  conditional?: { html?: string } | boolean;
};

function choice(item: ItemOptions | null | undefined | false): ChoiceEntry {
  if (!item) return null;
  if (item.divider) return { divider: item.divider };
  return given({
    value: item.value === undefined ? undefined : String(item.value),
    label: content(item),
    id: item.id,
    name: item.name,
    checked: item.checked ?? undefined,
    disabled: item.disabled,
    exclusive: item.behaviour === 'exclusive',
    hint: content(item.hint),
    hintProps: look(item.hint),
    labelProps: look(item.label),
    reveal: typeof item.conditional === 'object' ? content(item.conditional) : undefined,
    attributes: attributes(item.attributes),
  });
}

type ChoicesOptions = GroupOptions & { items: (ItemOptions | null)[] };

export const radios = (options: ChoicesOptions & { value?: string | number }): ReactElement => (
  <Radios
    {...groupProps(options)}
    items={options.items.map(choice)}
    defaultValue={options.value === undefined ? undefined : String(options.value)}
  />
);

export const checkboxes = (options: ChoicesOptions & { values?: (string | number)[] }): ReactElement => (
  <Checkboxes
    {...groupProps(options)}
    items={options.items.map(choice)}
    defaultValue={options.values?.map(String)}
  />
);

type DateItem = Part & {
  name?: string;
  label?: string;
  value?: string;
  error?: boolean;
  inputmode?: 'numeric';
  pattern?: string;
  autocomplete?: string;
};

type DateOptions = GroupOptions & {
  namePrefix?: string;
  items?: (DateItem | null)[];
  values?: Record<string, string>;
  day?: DateItem | false | null;
  month?: DateItem | false | null;
  year?: DateItem | false | null;
};

const partNames = ['day', 'month', 'year'] as const;

const partOptions = (options: DateOptions, name: (typeof partNames)[number]) => options[name] || undefined;

/** Which part of a date an item is: by its place, or among named items by its name. */
const partOf = (item: DateItem, options: DateOptions) =>
  partNames.find(
    (name) => item === options[name] || item.name === name || item.name === partOptions(options, name)?.name,
  );

function datePart(
  item: DateItem,
  usual: (typeof partNames)[number] | undefined,
  options: DateOptions,
): DatePart {
  const { label: _, ...box } = item;
  const name = item.name ?? usual ?? '';
  const inValues = options.namePrefix ? `${options.namePrefix}-${name}` : name;
  const ownWidth = item.classes?.includes('govuk-input--width-');
  return given({
    ...inputProps(box),
    name,
    label: item.label,
    width: ownWidth ? undefined : usual === 'year' ? 4 : 2,
    wrong: item.classes?.includes('govuk-input--error') || item.error,
    defaultValue: item.value ?? (usual && partOptions(options, usual)?.value) ?? options.values?.[inValues],
  });
}

function dateParts(options: DateOptions): (DatePart | null)[] {
  if (options.items?.length) {
    return options.items.map((item) => item && datePart(item, partOf(item, options), options));
  }
  return partNames.map((name) => {
    const item = options[name];
    return item === undefined || item ? datePart(item ?? {}, name, options) : null;
  });
}

export function dateInput(options: DateOptions): ReactElement {
  const { describedBy, ...around } = options.fieldset ?? {};
  return (
    <DateInput
      {...groupProps({ ...options, fieldset: options.fieldset && around })}
      {...given({ name: options.namePrefix, describedBy })}
      parts={dateParts(options)}
    />
  );
}
