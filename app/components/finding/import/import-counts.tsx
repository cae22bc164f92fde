import type { ImportCounts as Counts } from '~/domain/knowledge/queries/bibliography-import.server';
import { StatStrip } from '~/ui/report/stat-strip';

/** What a dry run comes to, or what came of it. */
export function ImportCounts({ counts, isDone }: { counts: Counts; isDone: boolean }) {
  const { take, same, skip, faulty, undecided, made, undone } = counts;
  return (
    <StatStrip
      label="Records"
      stats={[
        isDone ? { value: made - undone, label: 'made' } : { value: take, label: 'would be made' },
        { value: same, label: 'held already' },
        { value: undecided, label: 'not decided' },
        { value: skip, label: 'left out' },
        { value: faulty, label: 'cannot be taken' },
        ...(undone > 0 ? [{ value: undone, label: 'taken back' }] : []),
      ]}
    />
  );
}
