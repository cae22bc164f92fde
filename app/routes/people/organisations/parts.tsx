import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { EmptyState } from '~/ui/report/empty-state';

interface TeamsProps {
  reference: string;
  teams: { reference: string; name: string; purpose: string; members: number }[];
  mayCreate: boolean;
  closedAt: Date | string | null;
}

/** What is closed has neither teams nor people to come: then nothing is said of them. */
export function TeamsOfOrganisation({ reference, teams, mayCreate, closedAt }: TeamsProps) {
  if (closedAt && teams.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">Teams</h2>
      {teams.length === 0 && (
        <EmptyState title="No team yet">
          A team is the people of one organisation who own questions together. A coordinator sets one up.
        </EmptyState>
      )}
      <ul className="govuk-list">
        {teams.map((team) => (
          <li key={team.reference}>
            <a className="govuk-link" href={paths.team(team.reference)}>
              {team.name}
            </a>
            , {team.members === 1 ? '1 member' : `${team.members} members`}
            {team.purpose && <div className="govuk-hint">{team.purpose}</div>}
          </li>
        ))}
      </ul>
      {mayCreate && (
        <Button variant="secondary" href={paths.newTeam(reference)}>
          Set up a team
        </Button>
      )}
    </section>
  );
}

interface PeopleProps {
  people: { reference: string; name: string; post: string }[];
  closedAt: Date | string | null;
}

export function PeopleOfOrganisation({ people, closedAt }: PeopleProps) {
  if (closedAt && people.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">Experts</h2>
      {people.length === 0 && (
        <p className="govuk-body">Nobody with a listed profile has a confirmed affiliation here.</p>
      )}
      <ul className="govuk-list">
        {people.map(({ reference, name, post }) => (
          <li key={reference}>
            <a className="govuk-link" href={paths.expert(reference)}>
              {name}
            </a>
            {post && `, ${post}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
