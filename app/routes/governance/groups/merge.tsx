import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { checkboxesProps, dateProps, dayValues, fieldProps, Form } from '~/components/form';
import { organisationOptions } from '~/components/governance/group-fields';
import { mergeGroups } from '~/domain/governance/groups/commands/merge-groups.server';
import { groupChoices } from '~/domain/governance/groups/queries/group-choices.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { DateInput } from '~/ui/forms/date-input';
import { Select } from '~/ui/forms/select';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { readSearch } from '~/web/search-params.server';
import { z } from 'zod';
import { groupOf, groupToKeep } from './keeping.server';

export const meta = () => pageTitle('Merge a group');

export async function loader(args: LoaderFunctionArgs) {
  const { actor, group } = await groupToKeep(args);
  const { into } = readSearch(args.request, { into: z.string().max(12).optional() });
  const others = (await ask(groupChoices, actor, {})) ?? [];
  const members = group.members.filter(({ endsOn }) => !endsOn);
  const values = {
    ...{ into: into?.replace('-', '') ?? '', endedOn: dayValues(actor.asOf) },
    members: members.map(({ reference }) => reference),
  };
  const { reference, name } = group;
  return { reference, name, members, values, others: others.filter((one) => one.reference !== reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, mergeGroups, {
    fixed: groupOf(args),
    done: ({ reference }) => paths.group(reference),
    says: 'Merged. The decisions of both are shown here, and the old page leads here',
  });

export default function MergeGroup() {
  const { reference, name, members, values, others } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.group(reference)} />}>
      <h1 className="govuk-heading-xl">Merge {name} into another group</h1>
      <p className="govuk-body">
        Its page stays and leads to the other. Its decisions stay its own and are shown with the other’s.
      </p>
      <Form reply={reply} values={values}>
        {(fields) => (
          <>
            <Select label="Into" options={organisationOptions(others)} {...fieldProps(fields['into'])} />
            <DateInput label="When" labelProps={{ size: 's' }} {...dateProps(fields['endedOn'])} />
            {members.length > 0 && (
              <Checkboxes
                small
                label="Members that come over"
                labelProps={{ size: 's' }}
                hint="Whoever is in the other group already stays there as before"
                items={members.map((member) => ({ value: member.reference, label: member.name }))}
                {...checkboxesProps(fields['members'])}
              />
            )}
            <Textarea label="Why" rows={3} {...fieldProps(fields['reason'])} />
            <ActionBar>
              <Button once variant="warning">
                Merge the groups
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
