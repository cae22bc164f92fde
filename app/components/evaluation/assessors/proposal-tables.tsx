import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';

interface Props {
  view: {
    bids: {
      reference: string;
      bidder: string;
      assessors: {
        name: string;
        similarity: string;
        kind: 'kept' | 'new';
        begun: boolean;
        pinned: boolean;
      }[];
    }[];
    people: { name: string; mostBids: number; load: number; gets: string | null; unable: string | null }[];
  };
}

/** By bid who would assess it, by assessor what they would get. */
export const ProposalTables = ({ view }: Props) => (
  <>
    <ScrollingTable
      name="Bids"
      caption="Bids"
      captionSize="m"
      head={['Bid', 'Assessors, with their worth', 'Change']}
      rows={view.bids.map(({ reference, bidder, assessors }) => [
        bidder,
        assessors.map(wordsOf).join('; ') || 'Nobody',
        <a key="change" className="govuk-link" href={paths.placesOfBid(reference)}>
          Settle by hand<span className="govuk-visually-hidden"> who assesses {bidder}</span>
        </a>,
      ])}
    />
    <ScrollingTable
      name="Assessors"
      caption="Assessors"
      captionSize="m"
      head={['Name', 'Bids', 'Of at most', 'Mean worth']}
      rows={view.people.map(({ name, load, mostBids, gets, unable }) => [
        unable === null ? name : `${name} (${unable})`,
        load,
        mostBids,
        gets ?? 'None',
      ])}
    />
  </>
);

function wordsOf({
  name,
  similarity,
  kind,
  begun,
  pinned,
}: Props['view']['bids'][number]['assessors'][number]) {
  const notes = [kind === 'new' && 'new', begun && 'begun', pinned && 'by hand'].filter(Boolean);
  return `${name} ${similarity}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}
