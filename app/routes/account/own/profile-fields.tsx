import { checkboxesProps, dateProps, fieldProps, type Fields } from '~/components/form';
import { AVAILABILITIES, CLEARANCES, WILLING, WILLING_NAMES } from '~/domain/people/expert-profile';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { DateInput } from '~/ui/forms/date-input';
import { Radios } from '~/ui/forms/radios';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';

interface Choice {
  reference: string;
  name: string;
}

interface Choices {
  threatAreas: Choice[];
  methods: Choice[];
  disciplines: Choice[];
}

export function AboutFields({ fields }: { fields: Fields }) {
  return (
    <>
      <Textarea label="What you work on, in a few sentences" {...fieldProps(fields.summary)} />
      <Textarea
        label="What you would like to be asked"
        hint="Teams read this when they look for somebody"
        rows={3}
        {...fieldProps(fields.interests)}
      />
      <TextInput label="Web page" type="url" spellCheck={false} {...fieldProps(fields.webAddress)} />
      <Checkboxes
        label="Who finds you"
        items={[
          {
            value: 'on',
            label: 'List me among the experts',
            hint: 'Off, only you, coordinators and administrators see the profile',
          },
        ]}
        {...checkboxesProps(fields.listed)}
      />
    </>
  );
}

export function ExpertiseFields({ fields, choices }: { fields: Fields; choices: Choices }) {
  const groups = [
    { label: 'Threat areas', field: fields.threatAreas, terms: choices.threatAreas },
    { label: 'Methods', field: fields.methods, terms: choices.methods },
    { label: 'Disciplines', field: fields.disciplines, terms: choices.disciplines },
  ];
  return (
    <>
      {groups.map(({ label, field, terms }) => (
        <Checkboxes
          key={label}
          label={label}
          labelProps={{ size: 's' }}
          small
          items={terms.map(({ reference, name }) => ({ value: reference, label: name }))}
          {...checkboxesProps(field)}
        />
      ))}
      <TextInput
        label="Languages you work in"
        hint="For example Albanian, French"
        {...fieldProps(fields.languages)}
      />
      <TextInput
        label="Regions you know"
        hint="Of the country or of the world, for example West Midlands, Western Balkans"
        {...fieldProps(fields.regions)}
      />
    </>
  );
}

export function TimeFields({ fields }: { fields: Fields }) {
  const items = Object.entries(AVAILABILITIES).map(([value, { name }]) => ({ value, label: name }));
  return (
    <>
      <Radios
        label="Availability"
        labelProps={{ size: 's' }}
        items={items}
        {...fieldProps(fields.availability)}
      />
      <Checkboxes
        label="What you would do if asked"
        labelProps={{ size: 's' }}
        hint="Apart from what you know. Nothing ticked says nothing"
        small
        items={WILLING_NAMES.map((value) => ({ value, label: WILLING[value] }))}
        {...checkboxesProps(fields.willingFor)}
      />
      <DateInput label="Available from (optional)" {...dateProps(fields.availableFrom)} />
      <TextInput
        label="Days a year you could give (optional)"
        inputMode="numeric"
        width={3}
        {...fieldProps(fields.capacityDays)}
      />
    </>
  );
}

export function ClearanceFields({ fields }: { fields: Fields }) {
  return (
    <>
      <Select
        label="Security clearance you declare (optional)"
        hint="Only you and people who commission see it. It never counts for or against a bid"
        options={CLEARANCES.map((level) => ({ value: level, text: level || 'None stated' }))}
        {...fieldProps(fields.clearanceLevel)}
      />
      <TextInput label="Sponsored by" {...fieldProps(fields.clearanceSponsor)} />
      <DateInput label="Expires" {...dateProps(fields.clearanceExpires)} />
    </>
  );
}
