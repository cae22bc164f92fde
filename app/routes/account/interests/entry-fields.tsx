import { dateProps, fieldProps, type Fields } from '~/components/form';
import { INTEREST_KINDS, KIND_NAMES } from '~/domain/evaluation/interests/interest-kind';
import { DateInput } from '~/ui/forms/date-input';
import { Radios } from '~/ui/forms/radios';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';

/** One entry of a register of interests. */
export const EntryFields = ({ fields }: { fields: Fields }) => (
  <>
    <Radios
      label="What kind of interest is it?"
      labelProps={{ size: 's' }}
      small
      items={INTEREST_KINDS.map((kind) => ({
        value: kind,
        label: KIND_NAMES[kind].name,
        hint: KIND_NAMES[kind].hint,
      }))}
      {...fieldProps(fields['kind'])}
    />
    <TextInput
      label="Who or what is it about?"
      hint="The name of a person or an organisation. They need not be in Soundings."
      {...fieldProps(fields['about'])}
    />
    <Textarea
      label="What should somebody know who decides? (optional)"
      rows={2}
      {...fieldProps(fields['note'])}
    />
    <DateInput label="Since (optional)" hint="For example 1 9 2024" {...dateProps(fields['fromOn'])} />
    <DateInput
      label="Until (optional)"
      hint="Leave this empty while it lasts"
      {...dateProps(fields['untilOn'])}
    />
  </>
);
