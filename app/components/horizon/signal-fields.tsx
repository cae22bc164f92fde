import { checkboxesProps, dateProps, fieldProps, type Fields } from '~/components/form';
import type { TermChoice } from '~/domain/taxonomy/queries/term-choices.server';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { DateInput } from '~/ui/forms/date-input';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';

/** What is changing, whom it touches, and what is asked about it. */
export function SignalFields({ fields, areas }: { fields: Fields; areas: TermChoice[] }) {
  return (
    <>
      <TextInput label="What is changing, in a few words" {...fieldProps(fields['title'])} />
      <Textarea
        label="What is changing, and why it may matter"
        hint="Since when, how fast, for whom. No operational data."
        rows={8}
        {...fieldProps(fields['changing'])}
      />
      <Checkboxes
        small
        label="Threat areas"
        labelProps={{ size: 's' }}
        items={areas.map(({ slug, name }) => ({ value: slug, label: name }))}
        {...checkboxesProps(fields['threatAreas'])}
      />
      <TextInput
        label="Questions about it (optional)"
        hint="References like H7K4-QXMF, one after the other"
        {...fieldProps(fields['questions'])}
      />
      <TextInput
        label="Expert round about it (optional)"
        hint="The reference of the round"
        width={10}
        {...fieldProps(fields['elicitation'])}
      />
      <DateInput label="Look at it again by" labelProps={{ size: 's' }} {...dateProps(fields['reviewBy'])} />
    </>
  );
}
