import type { FindingLine } from '~/domain/insight/items-about.server';
import { findingsIn, type Counts } from '~/domain/insight/map/marks';
import { paths } from '~/paths';
import { Marks } from '~/components/map/marks';
import { AllOf } from './items-below';

const CONFIDENCE = {
  low: 'low confidence',
  moderate: 'moderate confidence',
  high: 'high confidence',
} as const;

interface Props {
  counts: Counts;
  findings: (FindingLine & { note?: string })[];
  about: Record<string, string>;
}

/** What is known: by confidence or not yet appraised, and the first few. */
export function Known({ counts, findings, about }: Props) {
  const count = findingsIn(counts);
  if (count === 0) return <p className="govuk-body">The knowledge base holds nothing about this yet.</p>;
  return (
    <>
      <p className="govuk-body">
        <Marks named counts={{ ...counts, question: 0, commission: 0 }} about={about} />
      </p>
      <ul className="govuk-list govuk-list--spaced">
        {findings.map(({ reference, title, year, confidence, note }) => (
          <li key={reference}>
            <a className="govuk-link" href={paths.finding(reference)}>
              {title}
            </a>
            <br />
            <span className="govuk-hint">
              {[year, confidence ? CONFIDENCE[confidence] : 'not yet appraised', note]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
      <AllOf count={count} noun="finding" href={paths.findingsAbout(about)} />
    </>
  );
}
