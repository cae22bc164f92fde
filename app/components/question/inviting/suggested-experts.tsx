import type { SuggestedExpert } from '~/domain/matching/experts/suggestions';
import { askedTooOften, showAsked, type Asked } from '~/domain/questions/inviting/asking-limit';
import { paths } from '~/paths';
import { EmptyState } from '~/ui/report/empty-state';
import { InviteButton } from './invite-button';

interface Suggested extends SuggestedExpert {
  asked: Asked;
}

/** Experts that fit, each with the reasons; what stands in the way is said instead of a button. */
export function SuggestedExperts({ people, missing }: { people: Suggested[]; missing: string[] }) {
  if (people.length === 0)
    return (
      <EmptyState title="Nobody to suggest yet">
        Experts are suggested by their works and by shared threat areas, methods and words. None shares any
        with this question so far.
      </EmptyState>
    );
  return (
    <section>
      <h2 className="govuk-heading-m">Suggested for this question</h2>
      <ul className="govuk-list">
        {people.map((person) => (
          <li key={person.reference} className="mb-5 border-0 border-b border-solid border-rule pb-4">
            <h3 className="govuk-heading-s govuk-!-margin-bottom-1">
              <a className="govuk-link" href={paths.expert(person.reference)}>
                {person.name}
              </a>
            </h3>
            {person.organisation && (
              <p className="govuk-body-s govuk-!-margin-bottom-1">{person.organisation}</p>
            )}
            {person.reasons.length > 0 && (
              <p className="govuk-body govuk-!-margin-bottom-1">{person.reasons.join('; ')}</p>
            )}
            <NearWorks person={person} />
            <p className="govuk-body-s govuk-!-margin-bottom-2">{showAsked(person.asked)}</p>
            <Standing person={person} />
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <>
          <h3 className="govuk-heading-s" id="missing">
            Who is missing
          </h3>
          <ul className="govuk-list govuk-list--bullet">
            {missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The works that brought them here, with how much each counts beside their other works. */
function NearWorks({ person: { works, workWords } }: { person: Suggested }) {
  if (works.length === 0) return null;
  return (
    <details className="govuk-details govuk-!-margin-bottom-2">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          {works.length === 1 ? 'A work near to this question' : 'Works near to this question'}:{' '}
          {workWords.join(', ')}
        </span>
      </summary>
      <div className="govuk-details__text">
        <ul className="govuk-list govuk-list--bullet">
          {works.map(({ title, year, share }) => (
            <li key={`${title} ${year ?? ''}`}>
              {title}
              {year && ` (${year})`}, {share}% of what their works add
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

function Standing({ person }: { person: Suggested }) {
  if (person.invited) return <p className="govuk-body-s">Invited</p>;
  const tooOften = askedTooOften(person.asked);
  const reasons = tooOften ? [...person.ruledOut, tooOften] : person.ruledOut;
  if (reasons.length > 0) return <p className="govuk-body-s">Not now: {reasons.join('; ')}</p>;
  return <InviteButton person={person} reason={whyInvited(person)} />;
}

/** What the person invited is told. */
const whyInvited = ({ reasons, works: [nearest] }: Suggested): string =>
  [...reasons, nearest && `Your work: ${nearest.title}`].filter(Boolean).join('; ');
