import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { orcidIsOn } from '~/domain/people/orcid-account/orcid-provider.server';
import { INSTALLATION_ROLES } from '~/domain/people/person';
import { showTeamRoles } from '~/domain/people/teams/team';
import { ownAccount } from '~/domain/people/queries/own-account.server';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { SummaryList } from '~/ui/content/summary-list';
import { Tag } from '~/ui/content/tag';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const loader = async (args: LoaderFunctionArgs) => ({
  ...found(await ask(ownAccount, await personWhoAsks(args), {})),
  canLinkOrcid: orcidIsOn(),
});

export const meta = () => pageTitle('Your account');

type Account = ReturnType<typeof useLoaderData<typeof loader>>;

export default function OwnAccount() {
  const account = useLoaderData<typeof loader>();
  return (
    <PageBody>
      <h1 className="govuk-heading-xl">Your account</h1>
      {!account.verified && <NotVerified account={account} />}
      <Profile account={account} />
      <SignIn account={account} />
      <h2 className="govuk-heading-m">Your data</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.ownData()}>
          Download everything Soundings holds about you
        </a>{' '}
        (JSON). To have something corrected or erased, write to a coordinator.
      </p>
    </PageBody>
  );
}

function NotVerified({ account: { joinRequest } }: { account: Account }) {
  const waiting = joinRequest && !joinRequest.decided;
  return (
    <InsetText>
      <p>
        You are not a verified member yet, so you read only what everybody can read. Confirm an address of
        your organisation, accept an invitation, or ask a coordinator.
      </p>
      {waiting ? (
        <p>You asked on {showDay(joinRequest.requestedAt)}. A coordinator will decide.</p>
      ) : (
        <Button href={paths.requestToJoin()}>Ask to join the network</Button>
      )}
    </InsetText>
  );
}

function Profile({ account }: { account: Account }) {
  const {
    name,
    title,
    orcid,
    orcidVerified,
    canLinkOrcid,
    affiliations,
    teams,
    roles,
    hasProfile,
    verified,
    works,
  } = account;
  const present = affiliations.filter(({ endsOn }) => endsOn === null);
  return (
    <SummaryList
      card={{ title: 'Who you are' }}
      rows={[
        { key: 'Name', value: name, actions: [{ href: paths.ownDetails(), text: 'Change', about: 'name' }] },
        {
          key: 'Post',
          value: title || 'Not stated',
          actions: [{ href: paths.ownDetails(), text: 'Change', about: 'post' }],
        },
        {
          key: 'ORCID iD',
          value: (orcid ?? 'Not stated') + (orcidVerified ? ', confirmed by ORCID' : ''),
          actions: [
            ...(canLinkOrcid
              ? [{ href: paths.ownOrcid(), text: orcidVerified ? 'See' : 'Link', about: 'ORCID iD' }]
              : []),
            ...(orcidVerified ? [] : [{ href: paths.ownDetails(), text: 'Change', about: 'ORCID iD' }]),
          ],
        },
        {
          key: 'Works',
          value: works === 0 ? 'None chosen yet' : String(works),
          actions: [{ href: paths.ownWorks(), text: 'Choose', about: 'works' }],
        },
        {
          key: 'Affiliations',
          value: present.map((each) => each.organisation).join(', ') || 'None now',
          actions: [{ href: paths.ownAffiliations(), text: 'Change', about: 'affiliations' }],
        },
        {
          key: 'Interests',
          value: 'Your register of interests',
          actions: [{ href: paths.ownInterests(), text: 'See', about: 'register of interests' }],
        },
        verified && {
          key: 'Expert profile',
          value: hasProfile ? 'You have one' : 'None yet',
          actions: [
            { href: paths.ownProfile(), text: hasProfile ? 'Change' : 'Make one', about: 'expert profile' },
          ],
        },
        teams.length > 0 && {
          key: 'Teams',
          value: (
            <ul className="govuk-list">
              {teams.map((team) => (
                <li key={team.reference}>
                  <a className="govuk-link" href={paths.team(team.reference)}>
                    {team.name}
                  </a>
                  : {showTeamRoles(team.roles)}
                </li>
              ))}
            </ul>
          ),
        },
        roles.length > 0 && {
          key: 'Roles',
          value: roles.map((role) => INSTALLATION_ROLES[role].name).join(', '),
        },
      ]}
    />
  );
}

function SignIn({ account }: { account: Account }) {
  const { emails, waitingEmails, demonstration, secondFactorSince, noticesByMail } = account;
  const change = (href: string, about: string) => ({ actions: [{ href, text: 'Change', about }] });
  return (
    <SummaryList
      card={{ title: 'Signing in and letters' }}
      rows={[
        {
          key: 'E-mail addresses',
          value: [
            ...emails.map(({ address }) => address),
            ...waitingEmails.map((address) => `${address} (not confirmed)`),
          ].map((text) => <div key={text}>{text}</div>),
          ...change(paths.ownEmails(), 'e-mail addresses'),
        },
        {
          key: 'Notices by mail',
          value: noticesByMail ? 'Yes' : 'No, in the inbox only',
          ...change(paths.ownDetails(), 'notices by mail'),
        },
        demonstration && { key: 'Password', value: <Tag colour="yellow">Demonstration: none</Tag> },
        !demonstration && { key: 'Password', value: 'Set', ...change(paths.ownPassword(), 'password') },
        !demonstration && {
          key: 'Second factor',
          value: secondFactorSince ? `Since ${showDay(secondFactorSince)}` : 'Not set up',
          ...change(paths.secondFactorSetUp(), 'second factor'),
        },
        {
          key: 'Sessions',
          value: 'Where you are signed in',
          actions: [{ href: paths.accountSessions(), text: 'See', about: 'sessions' }],
        },
        {
          key: 'Saved searches',
          value: 'What you search for again and again, and when you are told of new results',
          actions: [{ href: paths.savedSearches(), text: 'See', about: 'saved searches' }],
        },
        {
          key: 'Tokens',
          value: 'What programs use in your name',
          actions: [{ href: paths.ownTokens(), text: 'See', about: 'tokens' }],
        },
      ]}
    />
  );
}
