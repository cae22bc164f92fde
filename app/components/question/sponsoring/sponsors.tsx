import type { QuestionSponsoring } from '~/domain/questions/sponsoring/question-sponsoring';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';

/** The teams that stand beside a question, and the requests that wait. */
export function Sponsors({ sponsors, requests }: Pick<QuestionSponsoring, 'sponsors' | 'requests'>) {
  if (sponsors.length + requests.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">Sponsored by other teams</h2>
      <ul className="govuk-list">
        {sponsors.map(({ reference, team, neededFor, neededBy }) => (
          <li key={team.reference}>
            <a className="govuk-link" href={paths.team(team.reference)}>
              {team.name}, {team.organisation}
            </a>
            : {neededFor}, by {showDate(neededBy)}{' '}
            {reference && (
              <a className="govuk-link" href={paths.sponsorship(reference)}>
                What they asked for<span className="govuk-visually-hidden">: {team.name}</span>
              </a>
            )}
          </li>
        ))}
        {requests.map(({ reference, team, toAnswer }) => (
          <li key={reference}>
            <a className="govuk-link" href={paths.sponsorship(reference)}>
              {toAnswer ? `${team} asks to join: answer` : `${team} asked to join`}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
