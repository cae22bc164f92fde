import { COMMON_CONFIDENCE } from '~/domain/elicitation/aggregate';
import { showAmount, showFigure, STAGE_WORDS } from '~/domain/elicitation/elicitation';
import type { ElicitationsAbout } from '~/domain/elicitation/queries/elicitations-about.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { showCount } from '~/domain/words';

interface Props {
  about: { question: string } | { finding: string };
  elicitations: ElicitationsAbout['elicitations'];
  mayOpen: boolean;
}

/** What experts estimated about a question or a finding, each to be cited by its own page. */
export function ElicitationsSection({ about, elicitations, mayOpen }: Props) {
  if (elicitations.length === 0 && !mayOpen) return null;
  return (
    <section aria-labelledby="estimates">
      <h2 className="govuk-heading-l" id="estimates">
        What experts estimate
      </h2>
      {elicitations.length === 0 && (
        <p className="govuk-body">
          Nobody has been asked yet. Where data are missing, several experts can estimate apart, discuss
          without names, and estimate again.
        </p>
      )}
      {elicitations.map(({ reference, title, stage, results, secondClosesAt }) => (
        <section key={reference} aria-label={title}>
          <h3 className="govuk-heading-s mb-1">
            <a className="govuk-link" href={paths.elicitation(reference)}>
              {title}
            </a>
          </h3>
          {stage === 'closed' ? (
            <ul className="govuk-list">
              {results.map(({ asks, unit, best, lowest, highest, experts }) => (
                <li key={asks}>
                  {asks} Best estimate {showAmount(best, unit)}, {COMMON_CONFIDENCE}% interval{' '}
                  {showFigure(lowest)} to {showAmount(highest, unit)}, {showCount(experts, 'expert')},{' '}
                  {showDay(secondClosesAt)}.
                </li>
              ))}
            </ul>
          ) : (
            <p className="govuk-body">{STAGE_WORDS[stage]}</p>
          )}
        </section>
      ))}
      {mayOpen && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.newElicitation(about)}>
            Ask experts to estimate
          </a>
        </p>
      )}
    </section>
  );
}
