import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';

type Instant = string | Date;

interface Props {
  request: {
    reference: string;
    questions: { reference: string; title: string }[];
    releases: {
      reference: string;
      title: string;
      redactions: number;
      preparedAt: Instant;
      preparedBy: string;
      releasedAt: Instant | null;
      returnedAt: Instant | null;
    }[];
    may: { handle: boolean };
  };
}

const stateOf = ({ releasedAt, returnedAt }: Props['request']['releases'][number]): string => {
  if (releasedAt) return `released ${showInstant(releasedAt)}`;
  return returnedAt ? `returned ${showInstant(returnedAt)}` : 'waits for a second person';
};

/** The packs of the questions, what is withheld of each, and what was prepared or released. */
export function ReleasesOfRequest({ request }: Props) {
  const { reference, questions, releases, may } = request;
  return (
    <>
      <h2 className="govuk-heading-m">What is released</h2>
      <ul className="govuk-list">
        {releases.map((release) => (
          <li key={release.reference}>
            <a className="govuk-link" href={paths.release(release.reference)}>
              Redacted pack of {release.title}
            </a>
            , {release.redactions} {release.redactions === 1 ? 'redaction' : 'redactions'}, prepared{' '}
            {showInstant(release.preparedAt)} by {release.preparedBy}, {stateOf(release)}
          </li>
        ))}
        {may.handle &&
          questions.map((question) => (
            <li key={question.reference}>
              <a className="govuk-link" href={paths.redactions(reference, question.reference)}>
                Withhold parts of the pack of {question.title}
              </a>
            </li>
          ))}
      </ul>
      {releases.length === 0 && !may.handle && <p className="govuk-body">Nothing yet.</p>}
    </>
  );
}
