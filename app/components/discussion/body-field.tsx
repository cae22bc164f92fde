import type { SubmissionResult } from '@conform-to/react';
import { checkboxesProps, fieldProps, type Fields } from '~/components/form';
import { EDIT_MINUTES } from '~/domain/discussion/comment';
import { PERSONAL_DATA_NOTE, PERSONAL_DATA_SIGN } from '~/domain/questions/texts/personal-data';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Textarea } from '~/ui/forms/textarea';

interface Props {
  label: string;
  reply: { result: SubmissionResult } | undefined;
  fields: Fields;
}

/** Where a comment is typed, with what does not belong into one. */
export function BodyField({ label, reply, fields }: Props) {
  const warned = (reply?.result.error?.['body'] ?? []).some((text) => text.startsWith(PERSONAL_DATA_SIGN));
  return (
    <>
      <Textarea
        label={label}
        hint={`Write @ and a whole name to call somebody who can read it. You can change it for ${EDIT_MINUTES} minutes. ${PERSONAL_DATA_NOTE}`}
        rows={5}
        {...fieldProps(fields['body'])}
      />
      {warned && (
        <Checkboxes
          label="Personal data"
          items={[{ value: 'on', label: 'I checked: none of this is about a person' }]}
          {...checkboxesProps(fields['notPersonal'])}
        />
      )}
    </>
  );
}
