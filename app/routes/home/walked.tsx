import type { WalkedChain } from '~/domain/insight/queries/walked-chain.server';
import { paths } from '~/paths';

/** One chain to walk, so that a newcomer sees what the words mean. */
export function Walked({ chain }: { chain: WalkedChain }) {
  const { priority, question, finding, impact } = chain;
  const steps = [
    { what: 'It mattered to', name: priority.name, href: paths.priority(priority.reference) },
    ...(question
      ? [{ what: 'A team asked', name: question.name, href: paths.question(question.reference) }]
      : []),
    { what: 'What was found', name: finding.name, href: paths.finding(finding.reference) },
    { what: 'What it changed', name: impact.name, href: paths.impactRecord(impact.reference) },
  ];
  return (
    <section aria-labelledby="walked">
      <h2 className="govuk-heading-l" id="walked">
        One chain, walked to its end
      </h2>
      <dl className="govuk-summary-list">
        {steps.map(({ what, name, href }) => (
          <div className="govuk-summary-list__row" key={what}>
            <dt className="govuk-summary-list__key">{what}</dt>
            <dd className="govuk-summary-list__value">
              <a className="govuk-link" href={href}>
                {name}
              </a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
