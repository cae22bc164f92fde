import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dateProps, Form } from '~/components/form';
import { GroupFields } from '~/components/governance/group-fields';
import { mayKeepGovernance } from '~/domain/governance/governance-policy';
import { addGroup } from '~/domain/governance/groups/commands/add-group.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { groupChoicesFor } from './keeping.server';

export const meta = () => pageTitle('Add a group');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayKeepGovernance(actor));
  return groupChoicesFor(actor);
}

export const action = (args: ActionFunctionArgs) =>
  act(args, addGroup, { done: ({ reference }) => paths.group(reference), says: 'Group added' });

export default function NewGroup() {
  const choices = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.groups()} />}>
      <h1 className="govuk-heading-xl">Add a group</h1>
      <Form reply={reply}>
        {(fields) => (
          <>
            <GroupFields fields={fields} {...choices} />
            <DateInput
              label="When it first met"
              labelProps={{ size: 's' }}
              {...dateProps(fields['openedOn'])}
            />
            <ActionBar>
              <Button once>Add the group</Button>
              <a className="govuk-link" href={paths.groups()}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
