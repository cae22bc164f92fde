import type { SubmissionResult } from '@conform-to/react';
import { Form, type Values } from '~/components/form';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { AmountFields, TagFields, type LineChoices } from './line-fields';

interface Props {
  reply: { result: SubmissionResult } | undefined;
  values?: Values;
  choices: LineChoices;
  backHref: string;
}

export function LineEntry({ reply, values, choices, backHref }: Props) {
  return (
    <Form reply={reply} values={values}>
      {(fields) => (
        <>
          <AmountFields fields={fields} choices={choices} />
          <TagFields fields={fields} choices={choices} />
          <ActionBar>
            <Button once>Save the line</Button>
            <a className="govuk-link" href={backHref}>
              Cancel
            </a>
          </ActionBar>
        </>
      )}
    </Form>
  );
}
