import { MARKS, type Counts } from '~/domain/insight/marks';
import { CountMark } from '~/ui/charts/count-mark';
import { markAddress } from './mark-address';

interface Props {
  counts: Counts;
  /** The filters of the lists that the figures open; null where no list shows just these. */
  about: Record<string, string> | null;
}

/** What a cell counts, each figure leading to its list; nothing for what there is none of. */
export function Marks({ counts, about }: Props) {
  return (
    <span className="inline-flex flex-wrap justify-center gap-y-1">
      {MARKS.filter((kind) => counts[kind] > 0).map((kind) => (
        <CountMark
          key={kind}
          kind={kind}
          count={counts[kind]}
          {...(about ? { href: markAddress(kind, about) } : {})}
        />
      ))}
    </span>
  );
}
