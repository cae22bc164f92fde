import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { addSignalEvidence } from '~/domain/elicitation/commands/add-signal-evidence.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { signalToKeep } from './keeping.server';

export const meta = () => pageTitle('Add evidence');

export async function loader(args: LoaderFunctionArgs) {
  const { signal } = await signalToKeep(args);
  return { reference: signal.reference, title: signal.title };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, addSignalEvidence, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.signal(reference),
    says: 'Added',
  });

export default function AddEvidence() {
  const { reference, title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.signal(reference)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Add evidence</h1>
      <p className="govuk-body">One of the two: a finding of the knowledge base, or a page elsewhere.</p>
      <Form reply={reply}>
        {(fields) => (
          <>
            <TextInput
              label="Finding"
              hint="Its reference, like H7K4-QXMF"
              width={10}
              {...fieldProps(fields['finding'])}
            />
            <TextInput label="Address elsewhere" {...fieldProps(fields['address'])} />
            <Textarea label="What it shows" rows={4} {...fieldProps(fields['says'])} />
            <ActionBar>
              <Button once>Add it</Button>
              <a className="govuk-link" href={paths.signal(reference)}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
