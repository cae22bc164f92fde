import { showInstant } from '~/domain/uk-time';
import { WEIGHTS } from '~/domain/evaluation/assessors/similarity';
import { InsetText } from '~/ui/content/inset-text';
import { SummaryList } from '~/ui/content/summary-list';
import { showCount } from '~/domain/words';

interface Props {
  view: {
    perBid: number;
    saidAnything: number;
    matchedAt: string | Date | null;
    people: unknown[];
    changes: { added: number; moved: number };
    figures: {
      places: number;
      total: string;
      worst: string;
      worstBid: string;
      withoutExpert: string[];
      lowestLoad: number;
      highestLoad: number;
      floorCost: string | null;
      proven: boolean;
    };
    short: { bidder: string; missing: number; able: number; full: string[]; moreFull: number }[];
  };
}

/** How good and how fair the proposal is, what it rests on, and which bids it leaves short. */
export function ProposalFigures({ view }: Props) {
  const { figures, short, changes } = view;
  const rows: [string, string][] = [
    [
      'Total worth',
      `${figures.total} over ${showCount(figures.places, 'place')}${figures.proven ? '' : ' (the best that was found)'}`,
    ],
    ['Worst-off bid', figures.worstBid === '' ? 'None' : `${figures.worstBid}, ${figures.worst} a place`],
    ['Bids for each assessor', `${figures.lowestLoad} to ${figures.highestLoad}`],
    ['Bids without an expert', figures.withoutExpert.join('; ') || 'None'],
    ['What this changes', `${changes.added} assigned, ${changes.moved} moved`],
    ['Who has said what they want', `${view.saidAnything} of ${view.people.length}`],
    ['Works compared', view.matchedAt ? showInstant(view.matchedAt) : 'Not yet'],
  ];
  if (figures.floorCost !== null)
    rows.push(['Cost of raising the worst-off bid', `${figures.floorCost} of the total`]);
  return (
    <>
      <p className="govuk-body">
        A place is worth {WEIGHTS.expertise} × how well the assessor knows the field + {WEIGHTS.wish} × how
        high the bid stands among those they want. Each bid has {showCount(view.perBid, 'place')}.
      </p>
      <SummaryList rows={rows.map(([key, value]) => ({ key, value }))} />
      {short.length > 0 && (
        <InsetText>
          <p className="govuk-body">Not every place can be filled:</p>
          <ul className="govuk-list govuk-list--bullet">
            {short.map(({ bidder, missing, able, full, moreFull }) => (
              <li key={bidder}>
                {bidder}: {missing} missing, {able} able
                {full.length > 0 &&
                  `; full: ${full.join(', ')}${moreFull > 0 ? ` and ${moreFull} more` : ''}`}
              </li>
            ))}
          </ul>
        </InsetText>
      )}
    </>
  );
}
