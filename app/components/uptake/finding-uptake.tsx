import type { FindingUptakeView } from '~/domain/ratings/queries/finding-uptake.server';
import { DECISION_WORDS, nextStep, UPTAKE_WORDS } from '~/domain/ratings/uptake/uptake';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';

type Step = FindingUptakeView['steps'][number];

/** How far in a step stands; the list says it too, for who does not see it. */
const INDENT = ['', 'ml-4', 'ml-8', 'ml-12'];

function StepShown({ step, finding, mayRecord }: { step: Step; finding: string; mayRecord: boolean }) {
  const { kind, text, happenedOn, organisation, owner, taken, evidence, impactRecord, reference } = step;
  const next = nextStep(step);
  return (
    <li className={`mb-4 border-0 border-l-4 border-solid border-rule pl-3 ${INDENT[step.depth] ?? ''}`}>
      <h3 className="govuk-heading-s mb-1">
        {UPTAKE_WORDS[kind].name}
        {taken && `: ${DECISION_WORDS[taken].toLowerCase()}`}, {showDate(happenedOn)}
      </h3>
      <p className="govuk-body mb-1">{text}</p>
      {evidence && <p className="govuk-body mb-1">What shows it: {evidence}</p>}
      <p className="govuk-hint mb-1">
        Owned by {owner}, {organisation}
      </p>
      <p className="govuk-body-s">
        {impactRecord && (
          <>
            <a className="govuk-link" href={paths.impactRecord(impactRecord)}>
              Impact record behind it
            </a>{' '}
          </>
        )}
        {mayRecord && next && (
          <>
            <a className="govuk-link" href={paths.recordUptake(finding, reference)}>
              {UPTAKE_WORDS[next].record}
              <span className="govuk-visually-hidden"> that follows: {text}</span>
            </a>{' '}
          </>
        )}
        {step.mayWithdraw && (
          <a className="govuk-link" href={paths.withdrawUptake(reference)}>
            Withdraw
            <span className="govuk-visually-hidden">
              {' '}
              the {kind}: {text}
            </span>
          </a>
        )}
      </p>
    </li>
  );
}

/** What became of a finding: each recommendation with what followed it, none of the steps left out. */
export function FindingUptake({
  finding,
  uptake: { steps, may },
}: {
  finding: string;
  uptake: FindingUptakeView;
}) {
  if (steps.length === 0 && !may.start) return null;
  return (
    <section aria-labelledby="uptake">
      <h2 className="govuk-heading-l" id="uptake">
        What became of it
      </h2>
      {steps.length === 0 && (
        <p className="govuk-body">
          Nothing is recommended because of it yet. A recommendation leads to a decision, a decision to
          action, and action to an outcome.
        </p>
      )}
      <ul className="govuk-list">
        {steps.map((step) => (
          <StepShown key={step.reference} {...{ step, finding, mayRecord: may.record }} />
        ))}
      </ul>
      <p className="govuk-body">
        {may.start && (
          <>
            <a className="govuk-link" href={paths.recordUptake(finding)}>
              {UPTAKE_WORDS.recommendation.record}
            </a>{' '}
          </>
        )}
        <a className="govuk-link" href={paths.uptake()}>
          From finding to outcome, over all findings
        </a>
      </p>
    </section>
  );
}
