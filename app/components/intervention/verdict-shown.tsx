import { RULE, VERDICT_WORDS, type Judged } from '~/domain/knowledge/interventions/verdict';
import { Details } from '~/ui/content/details';
import { InsetText } from '~/ui/content/inset-text';

/** The verdict in words, why, and the rule that made it. */
export function VerdictShown({ judged: { verdict, because } }: { judged: Judged }) {
  return (
    <>
      <InsetText>
        <p className="govuk-body-l mb-2">
          <strong>{VERDICT_WORDS[verdict]}</strong>
        </p>
        <p className="govuk-body">{because}</p>
      </InsetText>
      <Details summary="How this is decided">
        <ul className="govuk-list govuk-list--bullet">
          {RULE.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Details>
    </>
  );
}
