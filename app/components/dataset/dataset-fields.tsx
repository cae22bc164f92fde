import { checkboxesProps, dateProps, fieldProps, type Fields } from '~/components/form';
import type { TermChoice } from '~/domain/taxonomy/queries/term-choices.server';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { DateInput } from '~/ui/forms/date-input';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';

interface Props {
  fields: Fields;
  organisations: { reference: string; name: string }[];
  areas: TermChoice[];
}

/** What the register says of data: nothing of the data themselves. */
export function DatasetFields({ fields, organisations, areas }: Props) {
  return (
    <>
      <TextInput label="What the data are called" {...fieldProps(fields['name'])} />
      <Select
        label="Who holds them"
        options={[
          { text: 'Choose an organisation', value: '' },
          ...organisations.map(({ reference, name }) => ({ text: name, value: reference })),
        ]}
        {...fieldProps(fields['organisation'])}
      />
      <Textarea
        label="What they hold"
        hint="Units, variables, how they were gathered. Nothing from the data, and nothing operational."
        rows={5}
        {...fieldProps(fields['holds'])}
      />
      <Textarea
        label="How somebody gets at them"
        hint="Open, on application, secure room, agreement: whom to ask and what it takes."
        rows={4}
        {...fieldProps(fields['accessRoute'])}
      />
      <Textarea label="Constraints (optional)" rows={3} {...fieldProps(fields['constraints'])} />
      <TextInput
        label="First year covered (optional)"
        width={4}
        inputMode="numeric"
        {...fieldProps(fields['coversFrom'])}
      />
      <TextInput
        label="Last year covered (optional)"
        hint="None if they go on"
        width={4}
        inputMode="numeric"
        {...fieldProps(fields['coversTo'])}
      />
      <TextInput label="Where they are about (optional)" {...fieldProps(fields['geography'])} />
      <TextInput label="DOI or address (optional)" {...fieldProps(fields['address'])} />
      <Checkboxes
        small
        label="Threat areas"
        labelProps={{ size: 's' }}
        items={areas.map(({ slug, name }) => ({ value: slug, label: name }))}
        {...checkboxesProps(fields['threatAreas'])}
      />
      <DateInput label="Look at it again by" labelProps={{ size: 's' }} {...dateProps(fields['reviewBy'])} />
    </>
  );
}
