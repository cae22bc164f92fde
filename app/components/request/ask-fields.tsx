import { checkboxesProps, fieldProps, type Fields } from '~/components/form';
import type { RequestKind } from '~/domain/requests/request';
import { InsetText } from '~/ui/content/inset-text';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';

interface Props {
  fields: Fields;
  asked: { kind: RequestKind; conditions: string; collections: { slug: string; title: string }[] };
}

function Conditions({ fields, conditions }: { fields: Fields; conditions: string }) {
  return (
    <>
      <h2 className="govuk-heading-m">Conditions of access</h2>
      <InsetText>
        {conditions.split('\n').map((line, index) => (
          <p key={index} className="govuk-body">
            {line}
          </p>
        ))}
      </InsetText>
      <input type="hidden" name="conditions" value={conditions} />
      <Checkboxes
        label="Do you accept them?"
        labelProps={{ size: 's' }}
        items={[{ value: 'yes', label: 'I accept these conditions' }]}
        {...checkboxesProps(fields.accepts)}
      />
    </>
  );
}

const REASON_HINTS: Record<RequestKind, string> = {
  access: 'What you need the files for. Its authors and the coordinators read this.',
  annex: 'What you need it for. Those who keep the annex read this.',
  inclusion: 'Why it belongs in the collection. Its curators read this, and readers once it is in.',
  deletion: 'What is wrong with it. The coordinators read this.',
  merge: 'How you know that both are the same work. The coordinators read this.',
};

/** What has to be said to ask for something, by its kind. */
export function AskFields({ fields, asked: { kind, conditions, collections } }: Props) {
  return (
    <>
      {kind === 'inclusion' && (
        <Select
          label="Collection"
          options={[
            { value: '', text: 'Choose a collection' },
            ...collections.map(({ slug, title }) => ({ value: slug, text: title })),
          ]}
          {...fieldProps(fields.collection)}
        />
      )}
      {kind === 'merge' && (
        <TextInput
          label="Reference of the finding that stays"
          hint="Eight characters, like H7K4-QXMF. It stands at the top of its page."
          width={10}
          {...fieldProps(fields.into)}
        />
      )}
      <Textarea label="Why" hint={REASON_HINTS[kind]} rows={5} {...fieldProps(fields.reason)} />
      {kind === 'access' && conditions !== '' && <Conditions fields={fields} conditions={conditions} />}
    </>
  );
}
