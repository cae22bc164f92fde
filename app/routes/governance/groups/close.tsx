import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dateProps, dayValues, fieldProps, Form } from '~/components/form';
import { closeGroup } from '~/domain/governance/groups/commands/close-group.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { groupOf, groupToKeep } from './keeping.server';

export const meta = () => pageTitle('Close a group');

export async function loader(args: LoaderFunctionArgs) {
  const { group, actor } = await groupToKeep(args);
  return { reference: group.reference, name: group.name, endedOn: dayValues(actor.asOf) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, closeGroup, {
    fixed: groupOf(args),
    done: ({ reference }) => paths.group(reference),
    says: 'Closed. Its members and decisions are kept',
  });

export default function CloseGroup() {
  const { reference, name, endedOn } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.group(reference)} />}>
      <h1 className="govuk-heading-xl">Close {name}</h1>
      <p className="govuk-body">
        If another group takes over,{' '}
        <a className="govuk-link" href={paths.mergeGroup(reference)}>
          merge it instead
        </a>
        , so that its members and its decisions are found there.
      </p>
      <Form reply={reply} values={{ endedOn }}>
        {(fields) => (
          <>
            <DateInput label="When it ended" labelProps={{ size: 's' }} {...dateProps(fields['endedOn'])} />
            <Textarea label="Why" rows={3} {...fieldProps(fields['reason'])} />
            <ActionBar>
              <Button once variant="warning">
                Close the group
              </Button>
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
