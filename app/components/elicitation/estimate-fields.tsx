import { fieldProps, type Fields } from '~/components/form';
import { showAmount, type Quantity } from '~/domain/elicitation/elicitation';
import { estimateField, type EstimatePart } from '~/domain/elicitation/estimate-form';
import { Fieldset } from '~/ui/forms/fieldset';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';

const STEPS: { part: EstimatePart; label: string }[] = [
  { part: 'lowest', label: 'Realistically, what do you think the lowest could be?' },
  { part: 'highest', label: 'Realistically, what do you think the highest could be?' },
  { part: 'best', label: 'What is your best guess?' },
];

/** The four steps in their order, lowest and highest before the best guess, so that nobody starts from an anchor. */
export function EstimateFields({ fields, quantity }: { fields: Fields; quantity: Quantity }) {
  const { position, asks, unit, lower, upper } = quantity;
  const field = (part: EstimatePart) => fieldProps(fields[estimateField(part, position)]);
  return (
    <Fieldset legend={asks} legendProps={{ size: 'm' }} className="govuk-!-margin-bottom-6">
      <p className="govuk-hint">
        From {showAmount(lower, unit)} to {showAmount(upper, unit)}.
      </p>
      {STEPS.map(({ part, label }) => (
        <TextInput key={part} label={label} width={10} inputMode="decimal" suffix={unit} {...field(part)} />
      ))}
      <TextInput
        label="How sure are you that the truth lies between your lowest and your highest?"
        hint="From 50 to 100%. At 50% it is as likely to lie outside."
        width={4}
        inputMode="decimal"
        suffix="%"
        {...field('confidence')}
      />
      <Textarea
        label="What it rests on"
        hint="Data, cases, comparisons, and what would change it. Others read this without your name, so do not name yourself."
        rows={5}
        {...field('reasons')}
      />
    </Fieldset>
  );
}
