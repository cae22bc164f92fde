import { BID_STATE_LABELS, type BidState } from '~/domain/bids/bid';
import {
  CONTRIBUTIONS,
  STAGES,
  type Contribution,
  type ContributionKind,
} from '~/domain/insight/progress/progress';
import { showDay, showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';

interface Bid {
  reference: string;
  title: string;
  state: BidState;
  closesAt: Date | string | null;
  open: boolean;
}

type Sent = Omit<Contribution, 'on'> & { on: Date | string };

interface Props {
  kinds: ContributionKind[];
  contributions: Sent[];
  bids: Bid[];
  moreBids: boolean;
}

const PAGES: Record<ContributionKind, (reference: string) => string> = {
  answer: paths.ownAdviceAnswer,
  finding: paths.finding,
  invitation: paths.answerInvitation,
};

/** Figures first, each leading to its rows. */
export function Brought({ kinds, contributions, bids, moreBids }: Props) {
  const groups = kinds
    .map((kind) => ({ kind, rows: contributions.filter((one) => one.kind === kind) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <>
      <h2 className="govuk-heading-l">What you bring</h2>
      <ul className="govuk-list">
        {bids.length > 0 && (
          <li>
            <a className="govuk-link" href="#bids">
              Bids: {moreBids ? `more than ${bids.length}` : bids.length}
            </a>
          </li>
        )}
        {groups.map(({ kind, rows }) => (
          <li key={kind}>
            <a className="govuk-link" href={`#${kind}s`}>
              {CONTRIBUTIONS[kind]}: {rows[0]?.total}
            </a>
          </li>
        ))}
      </ul>
      {bids.length > 0 && <BidTable bids={bids} />}
      {groups.map(({ kind, rows }) => (
        <div key={kind} id={`${kind}s`}>
          <ScrollingTable
            name={CONTRIBUTIONS[kind]}
            caption={CONTRIBUTIONS[kind]}
            captionSize="m"
            head={['About', 'Stands', 'Since']}
            rows={rows.map(({ reference, title, stage, on }) => [
              <a key={reference} className="govuk-link" href={PAGES[kind](reference)}>
                {title || 'Untitled'}
              </a>,
              STAGES[stage],
              showDay(on),
            ])}
          />
        </div>
      ))}
    </>
  );
}

const BidTable = ({ bids }: { bids: Bid[] }) => (
  <div id="bids">
    <ScrollingTable
      name="Bids"
      caption="Bids"
      captionSize="m"
      head={['For', 'Stands', 'Closes']}
      rows={bids.map(({ reference, title, state, closesAt, open }) => [
        <a key={reference} className="govuk-link" href={paths.bid(reference)}>
          {title}
        </a>,
        BID_STATE_LABELS[state],
        open && closesAt ? showInstant(closesAt) : 'Closed',
      ])}
    />
    <p className="govuk-body">
      <a className="govuk-link" href={paths.bids()}>
        All your bids
      </a>
    </p>
  </div>
);
