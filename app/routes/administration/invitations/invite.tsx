import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { invitePerson } from '~/domain/people/commands/invite-person.server';
import { mayAdministerPeople, mayInvite } from '~/domain/people/person-policy';
import { organisationChoices } from '~/domain/people/queries/organisation-choices.server';
import { teamChoices } from '~/domain/people/queries/team-choices.server';
import { isAllowed } from '~/domain/policy';
import { optionalReferenceInput } from '~/domain/reference-input';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';
import { InvitationFields } from './invitation-fields';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayInvite(actor));
  const { team = '' } = readSearch(args.request, { team: optionalReferenceInput });
  return {
    team,
    organisations: found(await ask(organisationChoices, actor, {})),
    teams: found(await ask(teamChoices, actor, {})),
    may: { giveRoles: isAllowed(mayAdministerPeople(actor)) },
  };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, invitePerson, {
    done: () => paths.invitations(),
    says: ({ address }) => `${address} is invited`,
  });

export const meta = () => pageTitle('Invite a person');

export default function Invite() {
  const choices = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.invitations()} />}>
      <h1 className="govuk-heading-xl">Invite a person</h1>
      <Form reply={reply} values={{ team: choices.team }}>
        {(fields) => (
          <>
            <InvitationFields fields={fields} {...choices} />
            <Button once>Send the invitation</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
