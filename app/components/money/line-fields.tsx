import { checkboxesProps, dateProps, fieldProps, type Fields } from '~/components/form';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { DateInput } from '~/ui/forms/date-input';
import { Radios } from '~/ui/forms/radios';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';

interface Choice {
  value: string;
  text: string;
}
export interface LineChoices {
  organisations: { slug: string; name: string }[];
  strands: Choice[];
  levels: Choice[];
  interventions: Choice[];
  areas: Choice[];
}

/** Whose money it is, how much, for when, and how sure. */
export function AmountFields({ fields, choices }: { fields: Fields; choices: LineChoices }) {
  return (
    <>
      <Select
        label="Whose money it is"
        options={[
          { text: 'Choose an organisation', value: '' },
          ...choices.organisations.map(({ slug, name }) => ({ text: name, value: slug })),
        ]}
        {...fieldProps(fields['organisation'])}
      />
      <TextInput label="What for" {...fieldProps(fields['purpose'])} />
      <TextInput label="Planned, in pounds" width={20} {...fieldProps(fields['planned'])} />
      <TextInput
        label="Actual, in pounds"
        hint="Leave empty what is not known."
        width={20}
        {...fieldProps(fields['actual'])}
      />
      <DateInput
        label="First day of the period"
        labelProps={{ size: 's' }}
        {...dateProps(fields['startsOn'])}
      />
      <DateInput label="Last day of the period" labelProps={{ size: 's' }} {...dateProps(fields['endsOn'])} />
      <Radios
        label="How sure it is"
        labelProps={{ size: 's' }}
        items={[
          { value: 'firm', label: 'Firm' },
          { value: 'conditional', label: 'On a condition' },
        ]}
        {...fieldProps(fields['certainty'])}
      />
      <TextInput label="The condition, where there is one" {...fieldProps(fields['condition'])} />
      <Checkboxes
        small
        label="What it is kept for"
        labelProps={{ size: 's' }}
        items={[{ value: 'on', label: 'Ring-fenced for this crime' }]}
        {...checkboxesProps(fields['ringFenced'])}
      />
      <TextInput label="Secure from year (optional)" width={4} {...fieldProps(fields['secureFrom'])} />
      <TextInput label="Secure until year (optional)" width={4} {...fieldProps(fields['secureUntil'])} />
    </>
  );
}

/** Of what the figure is a part, where it comes from, and what it is spent on. */
export function TagFields({ fields, choices }: { fields: Fields; choices: LineChoices }) {
  const open = (options: Choice[]) => [{ text: 'Unattributed', value: '' }, ...options];
  return (
    <>
      <TextInput
        label="Base"
        hint="Of what spending it is a part, like front-line spend"
        {...fieldProps(fields['base'])}
      />
      <DateInput label="Date of the figure" labelProps={{ size: 's' }} {...dateProps(fields['statedOn'])} />
      <Checkboxes
        small
        label="How it was worked out"
        labelProps={{ size: 's' }}
        items={[{ value: 'on', label: 'It is an estimate' }]}
        {...checkboxesProps(fields['estimate'])}
      />
      <TextInput label="Source" {...fieldProps(fields['source'])} />
      <Select
        label="Strand"
        hint="Of one strand, or unattributed: a share that nobody knows is not split."
        options={open(choices.strands)}
        {...fieldProps(fields['strand'])}
      />
      <Select label="Level" options={open(choices.levels)} {...fieldProps(fields['level'])} />
      <Select
        label="Type of action"
        options={open(choices.interventions)}
        {...fieldProps(fields['intervention'])}
      />
      <Select
        label="Where it goes"
        options={[
          { text: 'Not said', value: '' },
          { text: 'At home', value: 'no' },
          { text: 'Overseas', value: 'yes' },
        ]}
        {...fieldProps(fields['overseas'])}
      />
      <Checkboxes
        small
        label="Threat areas"
        hint="With several it counts in each, and once in the whole."
        labelProps={{ size: 's' }}
        items={choices.areas.map(({ value, text }) => ({ value, label: text }))}
        {...checkboxesProps(fields['areas'])}
      />
      <TextInput
        label="Activities it paid for (optional)"
        hint="A count, like disruptions"
        width={10}
        {...fieldProps(fields['activities'])}
      />
    </>
  );
}
