import { checkboxesProps, fieldProps, type Fields } from '~/components/form';
import { HARM_KIND_NAMES, HARM_KINDS } from '~/domain/measures/harm/harm-figure';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Radios } from '~/ui/forms/radios';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';

/** A figure of harm, of whom, of which year and from where. */
export function HarmFields({ fields, areas }: { fields: Fields; areas: { slug: string; name: string }[] }) {
  return (
    <>
      <Radios
        label="What the figure counts"
        labelProps={{ size: 's' }}
        items={HARM_KIND_NAMES.map((value) => ({ value, label: HARM_KINDS[value] }))}
        {...fieldProps(fields['kind'])}
      />
      <Select
        label="Threat area"
        options={[
          { text: 'None of these', value: '' },
          ...areas.map(({ slug, name }) => ({ text: name, value: slug })),
        ]}
        {...fieldProps(fields['area'])}
      />
      <TextInput
        label="Or another threat to national security"
        hint="To compare with, like terrorism"
        {...fieldProps(fields['otherThreat'])}
      />
      <TextInput label="Figure" width={20} {...fieldProps(fields['value'])} />
      <TextInput label="Year" width={4} {...fieldProps(fields['year'])} />
      <TextInput label="Source" {...fieldProps(fields['source'])} />
      <TextInput label="Address of the source (optional)" {...fieldProps(fields['address'])} />
      <Checkboxes
        small
        label="How it was counted"
        labelProps={{ size: 's' }}
        items={[{ value: 'on', label: 'It is an estimate' }]}
        {...checkboxesProps(fields['estimate'])}
      />
      <Textarea
        label="Note (optional)"
        hint="For what the public thinks: what people were asked, word for word."
        rows={3}
        {...fieldProps(fields['note'])}
      />
    </>
  );
}
