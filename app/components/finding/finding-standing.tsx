import type { FindingView } from '~/domain/knowledge/queries/finding-page.server';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Tag } from '~/ui/content/tag';
import { WarningText } from '~/ui/content/warning-text';

/** A tombstone, or the way to what took its place. */
export function FindingStanding({ finding }: { finding: FindingView }) {
  const { retractedAt, retractedReason, supersededBy, state, needsReview, reviewBy } = finding;
  if (retractedAt)
    return (
      <WarningText>
        Retracted on {showDay(retractedAt)}: {retractedReason} Do not use it.
      </WarningText>
    );
  if (needsReview && reviewBy)
    return (
      <InsetText>
        <Tag colour="yellow">Needs review</Tag> It was to be looked at again by {showDate(reviewBy)}, and is
        not counted as current until somebody confirms it.
      </InsetText>
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
