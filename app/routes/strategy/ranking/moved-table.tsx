import type { Moved } from '~/domain/insight/direction/sensitivity-page.server';
import { ScrollingTable } from '~/ui/content/scrolling-table';

interface Side {
  name: string;
  domestic: number;
  overseas: number;
}

interface Props {
  rows: readonly Moved[];
  one: Side;
  other: Side;
  /** What a row is. */
  of: string;
}

const shown = ({ rank, score }: Moved['one']) => (rank === null ? 'Not mapped' : `${rank} (${score})`);

function changeShown(change: number | null): string {
  if (change === null) return '';
  if (change === 0) return 'Stays';
  return change > 0 ? `Up ${change}` : `Down ${-change}`;
}

/** Ranks and scores under two choices of weights, side by side. */
export function MovedTable({ rows, one, other, of }: Props) {
  const title = ({ name, domestic, overseas }: Side) => `${name}, ${domestic}/${overseas}`;
  return (
    <ScrollingTable
      name={`${of} under both weights`}
      head={[of, title(one), title(other), 'Change']}
      rows={rows.map((row) => [row.name, shown(row.one), shown(row.other), changeShown(row.change)])}
    />
  );
}

/** What the weights change, in a sentence. */
export function movedHeading(rows: readonly Moved[]): string {
  const count = rows.filter(({ change }) => change !== null && change !== 0).length;
  if (count === 0) return 'The order stays the same under both weights';
  return count === 1 ? 'One threat area changes its place' : `${count} threat areas change their places`;
}
