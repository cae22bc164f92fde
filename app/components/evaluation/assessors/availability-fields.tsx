import { dateProps, fieldProps, type Fields } from '~/components/form';
import { DateInput } from '~/ui/forms/date-input';
import { TextInput } from '~/ui/forms/text-input';

/** How much an assessor takes, and when; each may be left open. */
export const AvailabilityFields = ({ fields }: { fields: Fields }) => (
  <>
    <TextInput
      label="Bids you take at most (optional)"
      width={3}
      inputMode="numeric"
      {...fieldProps(fields['mostBids'])}
    />
    <DateInput label="Available until (optional)" {...dateProps(fields['availableUntil'])} />
    <DateInput label="Away from (optional)" {...dateProps(fields['awayFrom'])} />
    <DateInput label="Last day away (optional)" {...dateProps(fields['awayUntil'])} />
  </>
);
