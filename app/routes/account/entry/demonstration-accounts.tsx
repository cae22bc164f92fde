import { useLocation, useRouteLoaderData } from '@remix-run/react';
import type { DemonstrationAccount } from '~/domain/people/demonstration-groups';
import { INSTALLATION_ROLES } from '~/domain/people/person';
import { showTeamRoles } from '~/domain/people/teams/team';
import { paths } from '~/paths';
import { Details } from '~/ui/content/details';
import { Button } from '~/ui/forms/button';

interface Props {
  groups: { name: string; accounts: DemonstrationAccount[] }[];
}

/** So many of a group stand open; the others are one click away. */
const SHOWN = 4;

/** One account a line, one click each, under what they come to do. */
export function DemonstrationAccounts({ groups }: Props) {
  return (
    <section className="govuk-!-margin-bottom-8">
      <h2 className="govuk-heading-m">As somebody of the demonstration</h2>
      <p className="govuk-body">
        These people are invented and need no password. Anybody at this computer can be any of them.
      </p>
      {groups.map(({ name, accounts }) => (
        <div key={name}>
          <h3 className="govuk-heading-s">{name}</h3>
          <AccountList accounts={accounts.slice(0, SHOWN)} />
          {accounts.length > SHOWN && (
            <Details summary={`${accounts.length - SHOWN} more who ${name.toLowerCase()}`}>
              <AccountList accounts={accounts.slice(SHOWN)} />
            </Details>
          )}
        </div>
      ))}
    </section>
  );
}

function AccountList({ accounts }: { accounts: DemonstrationAccount[] }) {
  const { search } = useLocation();
  const root = useRouteLoaderData<{ key: string }>('root');
  return (
    <ul className="govuk-list">
      {accounts.map((account) => (
        <li key={account.reference}>
          <form method="post" action={`${paths.demonstrationSignIn()}${search}`}>
            <input type="hidden" name="_key" value={root?.key ?? ''} />
            <input type="hidden" name="person" value={account.reference} />
            <Button variant="secondary" className="govuk-!-margin-bottom-1 govuk-!-margin-right-2">
              {account.name}
            </Button>
            <span className="govuk-body-s">{describe(account)}</span>
          </form>
        </li>
      ))}
    </ul>
  );
}

function describe({ roles, teamRoles, expert, verified, place, title }: DemonstrationAccount): string {
  const parts = [
    ...roles.map((role) => INSTALLATION_ROLES[role].name),
    showTeamRoles(teamRoles),
    expert ? 'Expert' : '',
    title,
    place,
    verified ? '' : 'Not verified yet',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
