import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { changeTeamMember } from '~/domain/people/commands/change-team-member.server';
import { teamPage } from '~/domain/people/queries/team-page.server';
import { ask } from '~/domain/query.server';
import { parseReference } from '~/domain/reference';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';
import { TeamRolesField } from './team-roles-field';

export async function loader(args: LoaderFunctionArgs) {
  const team = found(await ask(teamPage, await memberWhoAsks(args), { reference: args.params.reference }));
  const person = parseReference(args.params.person ?? '');
  const member = found(team.members.find(({ reference }) => reference === person) ?? null);
  if (!team.may.change) throw forbidden('Only those who lead this team change its members.');
  return { name: team.name, reference: team.reference, member };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, changeTeamMember, {
    fixed: { team: args.params.reference ?? '', person: args.params.person ?? '' },
    done: () => paths.team(args.params.reference?.replace('-', '') ?? ''),
    says: ({ stays }) => (stays ? 'Roles changed' : 'The person has left the team'),
  });

export const meta = () => pageTitle('Change a member');

export default function ChangeMember() {
  const { name, reference, member } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.team(reference)} />}>
      <span className="govuk-caption-xl">{name}</span>
      <h1 className="govuk-heading-xl">{member.name}</h1>
      <p className="govuk-body">
        With no role ticked, the person leaves the team. What they did stays in the record.
      </p>
      <Form reply={reply} values={{ roles: member.roles }}>
        {(fields) => (
          <>
            <TeamRolesField fields={fields} />
            <Button once>Save</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
