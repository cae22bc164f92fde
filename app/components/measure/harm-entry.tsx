import type { SubmissionResult } from '@conform-to/react';
import { Form, type Values } from '~/components/form';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { HarmFields } from './harm-fields';

interface Props {
  reply: { result: SubmissionResult } | undefined;
  values?: Values;
  areas: { slug: string; name: string }[];
}

export function HarmEntry({ reply, values, areas }: Props) {
  return (
    <Form reply={reply} values={values}>
      {(fields) => (
        <>
          <HarmFields fields={fields} areas={areas} />
          <ActionBar>
            <Button once>Save it</Button>
            <a className="govuk-link" href={paths.harm()}>
              Cancel
            </a>
          </ActionBar>
        </>
      )}
    </Form>
  );
}
