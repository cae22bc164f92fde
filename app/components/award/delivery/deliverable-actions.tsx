import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';

interface Props {
  view: {
    reference: string;
    own: boolean;
    reviewedAt: Date | null;
    acceptedAt: Date | null;
    returnedAt: Date | null;
    award: { reference: string };
    may: { review: boolean; accept: boolean; return: boolean; shareFinding: boolean; openRound?: boolean };
  };
}

/** What the reader can do with a deliverable; else, whom it waits for. */
export function DeliverableActions({ view }: Props) {
  const { reference, may } = view;
  const some = may.review || may.accept || may.return || may.shareFinding;
  if (!some) return <p className="govuk-body">{waitsFor(view)}</p>;
  return (
    <ActionBar>
      {may.accept && <Button href={paths.acceptDeliverable(reference)}>Accept</Button>}
      {may.review && <Button href={paths.reviewDeliverable(reference)}>Review</Button>}
      {may.shareFinding && <Button href={paths.findingFromDeliverable(reference)}>Make it a finding</Button>}
      {may.openRound && (
        <a className="govuk-link" href={paths.openReviewRound(reference)}>
          Ask named reviewers
        </a>
      )}
      {may.return && (
        <a className="govuk-link" href={paths.returnDeliverable(reference)}>
          Return it for changes
        </a>
      )}
    </ActionBar>
  );
}

function waitsFor({ acceptedAt, returnedAt, reviewedAt, own }: Props['view']): string {
  if (acceptedAt) return 'This is accepted. The people who delivered it can make it a finding.';
  if (returnedAt)
    return own ? 'Returned for changes. Deliver again from the award’s page.' : 'Returned for changes.';
  return reviewedAt
    ? 'It waits for somebody else to sign it off.'
    : 'It waits for a review by the panel or the team.';
}
