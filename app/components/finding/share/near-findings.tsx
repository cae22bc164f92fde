import type { NearFinding } from '~/domain/knowledge/queries/nearest-findings.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';

/** Findings that may report the same work: pointed out, never forbidden. */
export function NearFindings({ findings }: { findings: NearFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <InsetText>
      <h2 className="govuk-heading-s">This may be in the knowledge base already</h2>
      <ul className="govuk-list govuk-list--bullet">
        {findings.map(({ reference, title, year, sameDoi }) => (
          <li key={reference}>
            <a className="govuk-link" href={paths.finding(reference)}>
              {title}
            </a>{' '}
            ({year ?? 'no date'}){sameDoi && ', the same DOI'}
          </li>
        ))}
      </ul>
    </InsetText>
  );
}
