import type { SubmissionResult } from '@conform-to/react';
import { checkboxesProps, type Fields } from '~/components/form';
import { PERSONAL_DATA_SIGN } from '~/domain/questions/texts/personal-data';
import { Checkboxes } from '~/ui/forms/checkboxes';

interface Props {
  reply: { result: SubmissionResult } | undefined;
  fields: Fields;
}

/** Offered once a field was warned about: the way on for what only looks like personal data. */
export function NotPersonal({ reply, fields }: Props) {
  const messages = Object.values(reply?.result.error ?? {}).flatMap((list) => list ?? []);
  if (!messages.some((message) => message.startsWith(PERSONAL_DATA_SIGN))) return null;
  return (
    <Checkboxes
      label="Personal data"
      items={[
        { value: 'on', label: 'I checked: none of this is about a person, or it is a public contact point' },
      ]}
      {...checkboxesProps(fields.notPersonal)}
    />
  );
}
