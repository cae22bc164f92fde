import { useLocation, useRouteLoaderData } from '@remix-run/react';
import type { DemonstrationAccount } from '~/domain/people/demonstration-groups';
import { INSTALLATION_ROLES } from '~/domain/people/person';
import { showTeamRoles } from '~/domain/people/team';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';

interface Props {
  groups: { name: string; accounts: DemonstrationAccount[] }[];
}

/** One account a line, one click each, under what they come to do. */
export function DemonstrationAccounts({ groups }: Props) {
  const { search } = useLocation();
  const root = useRouteLoaderData<{ key: string }>('root');
  return (
    <section className="govuk-!-margin-bottom-8">
      <h2 className="govuk-heading-m">As somebody of the demonstration</h2>
      <p className="govuk-body">
        These people are invented and need no password. Anybody at this computer can be any of them.
      </p>
      {groups.map((group) => (
        <div key={group.name}>
          <h3 className="govuk-heading-s">{group.name}</h3>
          <ul className="govuk-list">
            {group.accounts.map((account) => (
              <li key={account.reference}>
                <form method="post" action={`${paths.demonstrationSignIn()}${search}`}>
                  <input type="hidden" name="_key" value={root?.key ?? ''} />
                  <input type="hidden" name="person" value={account.reference} />
                  <Button variant="secondary" className="govuk-!-margin-bottom-1">
                    {account.name}
                  </Button>{' '}
                  <span className="govuk-body-s">{describe(account)}</span>
                </form>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
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
