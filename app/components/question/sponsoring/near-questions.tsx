import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';

export interface NearQuestion {
  reference: string;
  title: string;
  summary: string;
  state: string;
  joinable: { team: string; organisation: string; neededBy: Date | string | null } | null;
}

/** Questions like one's own: another team's that still runs can be joined. */
export function NearQuestions({ draft, questions }: { draft: string; questions: NearQuestion[] }) {
  if (questions.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">Questions like yours</h2>
      {questions.map(({ reference, title, summary, state, joinable }) => (
        <article key={reference} className="mb-6 border-0 border-b border-solid border-rule">
          <h3 className="govuk-heading-s govuk-!-margin-bottom-1">
            <a className="govuk-link" href={paths.question(reference)}>
              {title}
            </a>
          </h3>
          <p className="govuk-body-s govuk-!-margin-bottom-1">
            {[
              state,
              joinable && `${joinable.team}, ${joinable.organisation}`,
              joinable?.neededBy && `answer needed by ${showDate(joinable.neededBy)}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p className="govuk-body">{summary}</p>
          {joinable && (
            <Button variant="secondary" href={paths.joinQuestion(draft, reference)}>
              Join this question
              <span className="govuk-visually-hidden">: {title}</span>
            </Button>
          )}
        </article>
      ))}
    </section>
  );
}
