import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useLocation } from '@remix-run/react';
import { Form } from '~/components/form';
import { acceptInvitation } from '~/domain/people/commands/accept-invitation.server';
import { takeUpInvitation } from '~/domain/people/commands/take-up-invitation.server';
import { invitationOfLetter } from '~/domain/people/queries/invitation-of-letter.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { act } from '~/web/act.server';
import { entering } from '~/web/entrance.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';
import { NewAccountFields } from './new-account-fields';

export const loader = async (args: LoaderFunctionArgs) =>
  found(await ask(invitationOfLetter, await whoAsks(args), { token: args.params.token }));

export async function action(args: ActionFunctionArgs) {
  const token = args.params.token ?? '';
  const actor = await whoAsks(args);
  if (actor.kind === 'person')
    return act(args, takeUpInvitation, {
      fixed: { token },
      done: () => paths.home(),
      says: 'Invitation accepted',
    });
  return act(args, acceptInvitation, {
    visitors: true,
    fixed: { token, peer: args.context.address },
    headers: ({ personId }) => entering(args.request, personId, false),
    done: () => paths.home(),
    says: 'Welcome to Soundings',
  });
}

export const meta = () => pageTitle('You are invited');

export default function Invitation() {
  const invitation = useLoaderData<typeof loader>();
  if (invitation.state !== 'open')
    return (
      <PageBody>
        <h1 className="govuk-heading-xl">This invitation does not work any more</h1>
        <p className="govuk-body">
          It was accepted, taken back, or is older than 30 days. Ask whoever invited you for another, or{' '}
          <a className="govuk-link" href={paths.join()}>
            join another way
          </a>
          .
        </p>
      </PageBody>
    );
  const { inviter, address, organisation, team, teamRoles, roles, asExpert, note } = invitation;
  const rows = [
    { key: 'Your address', value: address },
    organisation && { key: 'Organisation', value: organisation },
    team && { key: 'Team', value: `${team}: ${teamRoles}` },
    roles.length > 0 && { key: 'Roles', value: roles.join(', ') },
    asExpert && { key: 'As an expert', value: 'You can keep a profile that teams find you by' },
    note !== '' && { key: 'Their words', value: note },
  ];
  return (
    <PageBody>
      <h1 className="govuk-heading-xl">
        {inviter ? `${inviter} invites you to Soundings` : 'You are invited to Soundings'}
      </h1>
      <SummaryList rows={rows.map((row) => (typeof row === 'string' ? null : row))} />
      <Acceptance invitation={invitation} />
    </PageBody>
  );
}

function Acceptance({
  invitation,
}: {
  invitation: { signedInAs: string | null; isOwn: boolean; hasAccount: boolean; name: string };
}) {
  const { signedInAs, isOwn, hasAccount, name } = invitation;
  const { pathname } = useLocation();
  const reply = useActionData<typeof action>();
  if (signedInAs && !isOwn)
    return (
      <p className="govuk-body">
        You are signed in as {signedInAs}, but this address belongs to another account. Sign out, then open
        the link of the letter again.
      </p>
    );
  if (!signedInAs && hasAccount)
    return (
      <>
        <p className="govuk-body">This address has an account.</p>
        <Button href={`${paths.signIn()}?from=${encodeURIComponent(pathname)}`}>Sign in to accept</Button>
      </>
    );
  return (
    <Form reply={reply} values={{ name }}>
      {(fields) => (
        <>
          {!signedInAs && <NewAccountFields fields={fields} />}
          <Button once>{signedInAs ? `Accept as ${signedInAs}` : 'Accept and make my account'}</Button>
        </>
      )}
    </Form>
  );
}
