import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dateProps, fieldProps, Form } from '~/components/form';
import { organisationOptions } from '~/components/governance/group-fields';
import { addGroupMember } from '~/domain/governance/groups/commands/add-group-member.server';
import { organisationChoices } from '~/domain/people/queries/organisation-choices.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { Select } from '~/ui/forms/select';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { groupOf, groupToKeep } from './keeping.server';

export const meta = () => pageTitle('Add a member');

export async function loader(args: LoaderFunctionArgs) {
  const { actor, group } = await groupToKeep(args);
  const there = new Set(group.members.flatMap(({ reference, endsOn }) => (endsOn ? [] : [reference])));
  const organisations = (await ask(organisationChoices, actor, {})) ?? [];
  const { reference, name } = group;
  return { reference, name, organisations: organisations.filter((one) => !there.has(one.reference)) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, addGroupMember, {
    fixed: groupOf(args),
    done: ({ reference }) => paths.group(reference),
    says: 'Member added',
  });

export default function AddMember() {
  const { reference, name, organisations } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.group(reference)} />}>
      <h1 className="govuk-heading-xl">Add a member to {name}</h1>
      <Form reply={reply}>
        {(fields) => (
          <>
            <Select
              label="Organisation"
              options={organisationOptions(organisations)}
              {...fieldProps(fields['organisation'])}
            />
            <DateInput label="Since when" labelProps={{ size: 's' }} {...dateProps(fields['startsOn'])} />
            <ActionBar>
              <Button once>Add it</Button>
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
