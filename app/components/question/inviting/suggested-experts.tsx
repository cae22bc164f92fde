import { askedTooOften, showAsked, type Asked } from '~/domain/questions/inviting/asking-limit';
import { paths } from '~/paths';
import { EmptyState } from '~/ui/report/empty-state';
import { InviteButton } from './invite-button';

interface Suggested {
  reference: string;
  name: string;
  organisation: string | null;
  reasons: string[];
  ruledOut: string[];
  invited: boolean;
  asked: Asked;
}

/** Experts that fit, each with the reasons; what stands in the way is said instead of a button. */
export function SuggestedExperts({ people }: { people: Suggested[] }) {
  if (people.length === 0)
    return (
      <EmptyState title="Nobody to suggest yet">
        Experts are suggested by shared threat areas, methods and words. None shares any with this question so
        far.
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
            <p className="govuk-body govuk-!-margin-bottom-1">{person.reasons.join('; ')}</p>
            <p className="govuk-body-s govuk-!-margin-bottom-2">{showAsked(person.asked)}</p>
            <Standing person={person} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Standing({ person }: { person: Suggested }) {
  if (person.invited) return <p className="govuk-body-s">Invited</p>;
  const tooOften = askedTooOften(person.asked);
  const reasons = tooOften ? [...person.ruledOut, tooOften] : person.ruledOut;
  if (reasons.length > 0) return <p className="govuk-body-s">Not now: {reasons.join('; ')}</p>;
  return <InviteButton person={person} reason={person.reasons.join('; ')} />;
}
