import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dateProps, fieldProps, Form } from '~/components/form';
import { recordDecision } from '~/domain/governance/groups/commands/record-decision.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { groupOf, groupToKeep } from './keeping.server';

export const meta = () => pageTitle('Record a decision');

export async function loader(args: LoaderFunctionArgs) {
  const { group } = await groupToKeep(args);
  return { reference: group.reference, name: group.name };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, recordDecision, {
    fixed: groupOf(args),
    done: ({ reference }) => paths.group(reference),
    says: 'Decision recorded. It stays as it is',
  });

export default function NewDecision() {
  const { reference, name } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.group(reference)} />}>
      <h1 className="govuk-heading-xl">Record a decision of {name}</h1>
      <p className="govuk-body">
        A decision stays as it is recorded. One that was changed later is recorded as the next one.
      </p>
      <Form reply={reply}>
        {(fields) => (
          <>
            <DateInput
              label="When it was decided"
              labelProps={{ size: 's' }}
              {...dateProps(fields['decidedOn'])}
            />
            <Textarea label="What was decided" rows={4} {...fieldProps(fields['what'])} />
            <TextInput label="Where it is written down (optional)" {...fieldProps(fields['source'])} />
            <TextInput
              label="Question that it asks (optional)"
              hint="Its reference, like H7K4-QXMF"
              width={10}
              {...fieldProps(fields['question'])}
            />
            <TextInput
              label="Finding that it rests on (optional)"
              hint="Its reference"
              width={10}
              {...fieldProps(fields['finding'])}
            />
            <ActionBar>
              <Button once>Record it</Button>
              <a className="govuk-link" href={paths.group(reference)}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
