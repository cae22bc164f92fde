import type { PersonSide } from '~/domain/curation/queries/person-merge.server';
import { showDay } from '~/domain/uk-time';
import { ScrollingTable } from '~/ui/content/scrolling-table';

type Side = Omit<PersonSide, 'createdAt'> & { createdAt: Date | string };

interface Props {
  kept: Side;
  merged: Side;
}

const ROWS: [string, (side: Side) => string][] = [
  ['Name', ({ name }) => name],
  ['Title', ({ title }) => title || 'Not stated'],
  ['ORCID iD', ({ orcid }) => orcid ?? 'None'],
  ['Verified member', ({ verified }) => (verified ? 'Yes' : 'No')],
  ['Since', ({ createdAt }) => showDay(createdAt)],
  ['Addresses', ({ addresses }) => addresses.join(', ') || 'None'],
  ['Posts', ({ posts }) => posts.join('; ') || 'None'],
  ['Works', ({ works }) => works.join('; ') || 'None'],
];

/** Two accounts side by side, and what would become of them. */
export function TwoAccounts({ kept, merged }: Props) {
  return (
    <>
      <ScrollingTable
        name="The two accounts"
        firstCellIsHeader
        head={['About', 'Stays', 'Ends']}
        rows={ROWS.map(([label, of]) => [label, of(kept), of(merged)])}
      />
      <p className="govuk-body">
        The account that stays takes over addresses, posts, teams, expertise and works. The other can no
        longer be opened, and its address leads to the one that stays. What each has done stays under its own
        name: bids, scores and ratings are never rewritten. Roles of the installation end, and an
        administrator may give them again.
      </p>
    </>
  );
}
