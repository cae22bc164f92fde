import type { UsedLine } from '~/domain/insight/queries/priority-page.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';

/** Decisions that a finding informed, for one priority. */
export function Used({ used }: { used: UsedLine[] }) {
  if (used.length === 0)
    return (
      <p className="govuk-body">
        No decision is recorded for this priority yet. Record one from the page of the finding that informed
        it.
      </p>
    );
  return (
    <ul className="govuk-list govuk-list--spaced">
      {used.map(({ reference, decision, organisation, decidedOn, finding }) => (
        <li key={reference}>
          <a className="govuk-link" href={paths.impactRecord(reference)}>
            {decision}
          </a>
          <br />
          <span className="govuk-hint">
            {organisation}, {showDate(decidedOn)}, informed by “{finding}”
          </span>
        </li>
      ))}
    </ul>
  );
}
