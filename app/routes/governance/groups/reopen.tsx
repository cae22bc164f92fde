import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dateProps, dayValues, fieldProps, Form } from '~/components/form';
import { reopenGroup } from '~/domain/governance/groups/commands/reopen-group.server';
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

export const meta = () => pageTitle('Reopen a group');

export async function loader(args: LoaderFunctionArgs) {
  const { group, actor } = await groupToKeep(args);
  return { reference: group.reference, name: group.name, reopenedOn: dayValues(actor.asOf) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, reopenGroup, {
    fixed: groupOf(args),
    done: ({ reference }) => paths.group(reference),
    says: 'Reopened, with the members it had',
  });

export default function ReopenGroup() {
  const { reference, name, reopenedOn } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.group(reference)} />}>
      <h1 className="govuk-heading-xl">Reopen {name}</h1>
      <p className="govuk-body">
        Its members at the end are members again. Those who only came over with it leave the group that took
        it in. That it had ended stays in its history.
      </p>
      <Form reply={reply} values={{ reopenedOn }}>
        {(fields) => (
          <>
            <DateInput
              label="When it meets again"
              labelProps={{ size: 's' }}
              {...dateProps(fields['reopenedOn'])}
            />
            <Textarea label="Why" rows={3} {...fieldProps(fields['reason'])} />
            <ActionBar>
              <Button once>Reopen the group</Button>
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
