import { confidenceWords } from '~/components/finding/finding-state';
import { citedName } from '~/domain/knowledge/citations/author-name';
import type { AnswerLine } from '~/domain/insight/chain/answers-sql.server';
import { paths } from '~/paths';

/** Authors that are named before the others are counted. */
const NAMED = 3;

const byWhom = (authors: readonly string[]): string =>
  authors.length > NAMED ? `${citedName(authors[0] ?? '')} and others` : authors.map(citedName).join(' and ');

/** What a question brought to light, before how it was asked. */
export function Answers({ answers }: { answers: readonly AnswerLine[] }) {
  if (answers.length === 0) return null;
  return (
    <section aria-labelledby="answers">
      <h2 className="govuk-heading-m" id="answers">
        What was found
      </h2>
      <ul className="govuk-list govuk-list--spaced">
        {answers.map(({ reference, title, authors, year, confidence, message }) => (
          <li key={reference}>
            <a className="govuk-link govuk-!-font-weight-bold" href={paths.finding(reference)}>
              {title}
            </a>
            {message && <p className="govuk-body govuk-!-margin-bottom-0">{message}</p>}
            <p className="govuk-hint govuk-!-margin-top-0 govuk-!-margin-bottom-1">
              {[byWhom(authors), year, confidenceWords(confidence)].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
