import { fieldProps, type Fields } from '~/components/form';
import { quantityField } from '~/domain/elicitation/opening-form';
import { Fieldset } from '~/ui/forms/fieldset';
import { Radios } from '~/ui/forms/radios';
import { TextInput } from '~/ui/forms/text-input';

const KINDS = [
  { value: 'quantity', label: 'A number', hint: 'How many, how much, how long.' },
  { value: 'probability', label: 'A probability', hint: 'Whether something will happen, from 0 to 100%.' },
];

/** One thing to be estimated. The bounds keep every estimate, and every calculation, to what is possible. */
export function QuantityFields({ fields, position }: { fields: Fields; position: number }) {
  const field = (part: Parameters<typeof quantityField>[0]) =>
    fieldProps(fields[quantityField(part, position)]);
  const more = position > 1;
  return (
    <Fieldset
      legend={more ? `Estimate ${position}, if you need it` : 'Estimate 1'}
      legendProps={{ size: 'm' }}
      className="govuk-!-margin-bottom-6"
    >
      <TextInput
        label={`What the experts estimate${more ? ` (${position})` : ''}`}
        hint="One question that a number answers, with its place and period."
        {...field('asks')}
      />
      <Radios small label="It is" labelProps={{ size: 's' }} items={KINDS} {...field('kind')} />
      <TextInput label="Unit" hint="For a number, like parcels a month." width={20} {...field('unit')} />
      <TextInput
        label="The least that is possible at all"
        hint="For a number, often 0."
        width={10}
        {...field('lower')}
      />
      <TextInput
        label="The most that is possible at all"
        hint="For a number."
        width={10}
        {...field('upper')}
      />
    </Fieldset>
  );
}
