import type { FindingView } from '~/domain/knowledge/queries/finding-page.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { WarningText } from '~/ui/content/warning-text';

/** A tombstone, or the way to what took its place. */
export function FindingStanding({ finding }: { finding: FindingView }) {
  const { retractedAt, retractedReason, supersededBy, state } = finding;
  if (retractedAt)
    return (
      <WarningText>
        Retracted on {showDay(retractedAt)}: {retractedReason} Do not use it.
      </WarningText>
    );
  if (state !== 'superseded') return null;
  return (
    <WarningText>
      Superseded.{' '}
      {supersededBy && (
        <>
          Read instead:{' '}
          <a className="govuk-link" href={paths.finding(supersededBy.reference)}>
            {supersededBy.title}
          </a>
        </>
      )}
    </WarningText>
  );
}
