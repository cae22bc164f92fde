import { fieldProps, type Fields } from '~/components/form';
import { PROPOSER_WORDS, REVIEW_WORDS } from '~/domain/knowledge/collections/collection';
import { Radios } from '~/ui/forms/radios';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';

const items = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** What a collection is and by which rules a finding comes into it. */
export function CollectionFields({ fields }: { fields: Fields }) {
  return (
    <>
      <TextInput
        label="Title"
        hint="Everybody reads the title and what belongs in it, with or without an account."
        {...fieldProps(fields.title)}
      />
      <Textarea
        label="What belongs in it"
        hint="And what does not: those who propose findings go by this."
        rows={5}
        {...fieldProps(fields.scope)}
      />
      <Radios
        label="Who may propose a finding"
        labelProps={{ size: 's' }}
        items={items(PROPOSER_WORDS)}
        {...fieldProps(fields.proposers)}
      />
      <Radios
        label="How a finding comes in"
        labelProps={{ size: 's' }}
        items={items(REVIEW_WORDS)}
        {...fieldProps(fields.review)}
      />
    </>
  );
}
