import { dateProps, fieldProps, type Fields } from '~/components/form';
import { DateInput } from '~/ui/forms/date-input';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';

/** The wording of a term; adding and changing ask for the same. */
export function TermFields({ fields }: { fields: Fields }) {
  return (
    <>
      <TextInput label="Name" {...fieldProps(fields['name'])} />
      <Textarea
        label="Definition (optional)"
        hint="One or two sentences"
        {...fieldProps(fields['definition'])}
      />
      <Textarea
        label="Other names (optional)"
        hint="One a line. People who search for them find this term"
        {...fieldProps(fields['aliases'])}
      />
      <TextInput
        label="Source (optional)"
        hint="Where this wording comes from"
        {...fieldProps(fields['source'])}
      />
      <DateInput
        label="Look at it again by (optional)"
        hint="For example, 31 3 2027"
        {...dateProps(fields['reviewBy'])}
      />
      <TextInput
        label="What changes and why"
        hint="Stands in the history of the term"
        {...fieldProps(fields['changeNote'])}
      />
    </>
  );
}
