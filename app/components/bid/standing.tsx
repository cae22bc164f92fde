import type { BidState } from '~/domain/bids/bid';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { WarningText } from '~/ui/content/warning-text';

interface Props {
  bid: {
    reference: string;
    state: BidState;
    open: boolean;
    submission: number | null;
    submittedAt: Date | null;
    excludedReason: string | null;
    questionWithdrawn: boolean;
    stale: boolean;
  };
}

/** Where a bid stands, in a sentence or two, with what follows from it. */
export function Standing({ bid }: Props) {
  return (
    <>
      {bid.stale && (
        <WarningText>
          Somebody else saved a section while you were writing in it. Nothing is lost:{' '}
          <a className="govuk-link" href={paths.bidVersions(bid.reference)}>
            compare the two versions
          </a>
          .
        </WarningText>
      )}
      {bid.submittedAt && (
        <InsetText>
          Submission {bid.submission} was recorded on {showInstant(bid.submittedAt)}.{' '}
          <a className="govuk-link" href={paths.bidReceipt(bid.reference)}>
            See the receipt
          </a>
          {bid.open
            ? '. You can replace it until closing: what you change here counts only once you submit again.'
            : '.'}
        </InsetText>
      )}
      <Sentence bid={bid} />
    </>
  );
}

function Sentence({ bid }: Props) {
  if (bid.questionWithdrawn)
    return <WarningText>The team has withdrawn this question, so no bid will be opened.</WarningText>;
  if (bid.state === 'excluded')
    return <WarningText>The panel excluded this bid: {bid.excludedReason}</WarningText>;
  if (bid.state === 'draft' && !bid.open)
    return (
      <WarningText>
        Bids have closed and this one was not submitted. It stays here for you; nobody else can read it.
      </WarningText>
    );
  if (bid.state === 'withdrawn')
    return (
      <InsetText>
        You withdrew this bid.{' '}
        {bid.open ? 'You can submit it again until closing.' : 'It will not be opened.'}
      </InsetText>
    );
  if (bid.state === 'submitted' && !bid.open)
    return <p className="govuk-body">Bids have closed. Yours is sealed until the openers open it.</p>;
  return null;
}
