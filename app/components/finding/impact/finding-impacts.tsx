import type { FindingView } from '~/domain/knowledge/queries/finding-page.server';
import type { FindingImpact } from '~/domain/ratings/queries/finding-uptake.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';

/** What the finding changed, and the way to say so. */
export function FindingImpacts({ finding, impacts }: { finding: FindingView; impacts: FindingImpact[] }) {
  const missing = finding.version.notStated;
  return (
    <section aria-labelledby="impact">
      <h2 className="govuk-heading-l" id="impact">
        What it changed
      </h2>
      {impacts.length === 0 && <p className="govuk-body">Nobody has recorded a decision that it informed.</p>}
      <ul className="govuk-list">
        {impacts.map(({ reference, decision, decidedOn, effect, organisation }) => (
          <li key={reference} className="govuk-!-margin-bottom-4">
            <a className="govuk-link" href={paths.impactRecord(reference)}>
              {decision}
            </a>
            <br />
            {organisation}, {showDate(decidedOn)}. {effect}
          </li>
        ))}
      </ul>
      {finding.may.use && missing.length === 0 && (
        <Button variant="secondary" href={paths.recordImpact(finding.reference)}>
          Record what it changed
        </Button>
      )}
      {finding.may.use && missing.length > 0 && (
        <p className="govuk-body">
          Its {missing.join(', ')} have to be stated before a decision can rest on it.
        </p>
      )}
    </section>
  );
}
