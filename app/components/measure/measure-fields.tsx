import { dateProps, fieldProps, type Fields } from '~/components/form';
import { CLASSES, PARTS, PART_NAMES, WANTED } from '~/domain/measures/measure';
import type { Choice } from '~/domain/measures/queries/measure-choices.server';
import { PERIOD_KINDS } from '~/domain/measures/period';
import { DateInput } from '~/ui/forms/date-input';
import { Radios } from '~/ui/forms/radios';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';

export interface MeasureChoices {
  about: Choice[];
  organisations: Choice[];
  owners: Choice[];
}

const items = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));
const choose = (text: string, options: Choice[]) => [{ text, value: '' }, ...options];

/** What is counted, for what, how often, and who answers for it. */
export function MeasureFields({ fields, choices }: { fields: Fields; choices: MeasureChoices }) {
  return (
    <>
      <TextInput label="What the measure is called" {...fieldProps(fields['name'])} />
      <Select
        label="What it is about"
        hint="One priority, threat area or objective"
        options={choose('Choose one', choices.about)}
        {...fieldProps(fields['about'])}
      />
      <Radios
        label="What it counts"
        hint="A disruption, an arrest or a seizure is an output, whatever came of it."
        labelProps={{ size: 's' }}
        items={items(CLASSES)}
        {...fieldProps(fields['class'])}
      />
      <Radios
        label="Which cell of the scorecard it fills"
        labelProps={{ size: 's' }}
        items={PART_NAMES.map((value) => ({ value, label: PARTS[value] }))}
        {...fieldProps(fields['part'])}
      />
      <TextInput label="Unit" hint="Like victims, £ or %" width={20} {...fieldProps(fields['unit'])} />
      <Radios
        label="Which way is better"
        labelProps={{ size: 's' }}
        items={items(WANTED)}
        {...fieldProps(fields['wanted'])}
      />
      <Select
        label="How often it is counted"
        options={choose(
          'Choose one',
          Object.entries(PERIOD_KINDS).map(([value, text]) => ({
            value,
            text: `Each ${text.toLowerCase()}`,
          })),
        )}
        {...fieldProps(fields['periodKind'])}
      />
      <TextInput
        label="Baseline (optional)"
        hint="The figure that others are held against"
        width={10}
        {...fieldProps(fields['baseline'])}
      />
      <DateInput
        label="First day of the baseline period (optional)"
        labelProps={{ size: 's' }}
        {...dateProps(fields['baselineOn'])}
      />
      <TextInput
        label="Months until an effect can be seen (optional)"
        width={3}
        {...fieldProps(fields['effectMonths'])}
      />
      <OwnerFields fields={fields} choices={choices} />
    </>
  );
}

function OwnerFields({ fields, choices }: { fields: Fields; choices: MeasureChoices }) {
  return (
    <>
      <Select
        label="Owning organisation"
        hint="Without an owner and a review date it stays a draft."
        options={choose('Nobody yet', choices.organisations)}
        {...fieldProps(fields['organisation'])}
      />
      <Select label="Owner" options={choose('Nobody yet', choices.owners)} {...fieldProps(fields['owner'])} />
      <DateInput label="Look at it again on" labelProps={{ size: 's' }} {...dateProps(fields['reviewOn'])} />
    </>
  );
}

/** What exactly is counted and how; a change of it starts a new series. */
export function DefinitionFields({ fields }: { fields: Fields }) {
  return (
    <>
      <Textarea
        label="Definition"
        hint="Exactly what is counted, and what is not"
        rows={4}
        {...fieldProps(fields['definition'])}
      />
      <Textarea label="Method" hint="How it is counted" rows={4} {...fieldProps(fields['method'])} />
      <TextInput
        label="Source"
        hint="Where the figures come from"
        {...fieldProps(fields['definitionSource'])}
      />
      <DateInput
        label="This definition holds from"
        hint="Figures of periods that begin on that day or later are counted by it."
        labelProps={{ size: 's' }}
        {...dateProps(fields['holdsFrom'])}
      />
    </>
  );
}
