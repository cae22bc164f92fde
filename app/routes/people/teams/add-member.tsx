import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { addTeamMember } from '~/domain/people/commands/add-team-member.server';
import { teamPage } from '~/domain/people/queries/team-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';
import { TeamRolesField } from './team-roles-field';

export async function loader(args: LoaderFunctionArgs) {
  const team = found(await ask(teamPage, await memberWhoAsks(args), { reference: args.params.reference }));
  if (!team.may.change) throw forbidden('Only those who lead this team change its members.');
  return { name: team.name, reference: team.reference, may: team.may };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, addTeamMember, {
    fixed: { team: args.params.reference ?? '' },
    done: () => paths.team(args.params.reference?.replace('-', '') ?? ''),
    says: 'Member added',
  });

export const meta = () => pageTitle('Add a member');

export default function AddMember() {
  const team = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.team(team.reference)} />}>
      <span className="govuk-caption-xl">{team.name}</span>
      <h1 className="govuk-heading-xl">Add a member</h1>
      <p className="govuk-body">
        Whoever is not a member of Soundings yet has to be invited first.{' '}
        {team.may.invite ? (
          <a className="govuk-link" href={paths.invite(team.reference)}>
            Invite somebody new into this team
          </a>
        ) : (
          'A coordinator invites them.'
        )}
      </p>
      <Form reply={reply}>
        {(fields) => (
          <>
            <TextInput
              label="Their e-mail address"
              type="email"
              spellCheck={false}
              width={30}
              {...fieldProps(fields.address)}
            />
            <TeamRolesField fields={fields} />
            <Button once>Add</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
