import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dateProps, Form } from '~/components/form';
import { endGroupMember } from '~/domain/governance/groups/commands/end-group-member.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { groupOf, groupToKeep } from './keeping.server';

export const meta = () => pageTitle('A member left');

export async function loader(args: LoaderFunctionArgs) {
  const { group } = await groupToKeep(args);
  const wanted = (args.params['organisation'] ?? '').replace('-', '');
  const member = found(group.members.find((one) => one.reference === wanted && !one.endsOn) ?? null);
  return { reference: group.reference, name: group.name, member: member.name };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, endGroupMember, {
    fixed: { ...groupOf(args), organisation: args.params['organisation'] ?? '' },
    done: ({ reference }) => paths.group(reference),
    says: 'It is recorded that it left',
  });

export default function MemberLeft() {
  const { reference, name, member } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.group(reference)} />}>
      <h1 className="govuk-heading-xl">
        {member} left {name}
      </h1>
      <Form reply={reply}>
        {(fields) => (
          <>
            <DateInput label="When it left" labelProps={{ size: 's' }} {...dateProps(fields['endsOn'])} />
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
