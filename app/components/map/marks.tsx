import { MARKS, markName, type Counts, type MarkKind } from '~/domain/insight/map/marks';
import { CountMark } from '~/ui/charts/count-mark';
import { markAddress } from './mark-address';

interface Props {
  counts: Counts;
  /** The filters of the lists that the figures open, or what gives the address of each; null where no list shows these. */
  about: Record<string, string> | ((kind: MarkKind) => string) | null;
  /** Says beside each figure what it counts, where no key stands above. */
  named?: boolean;
}

/** What a cell counts, each figure leading to its list; nothing for what there is none of. */
export function Marks({ counts, about, named }: Props) {
  const hrefOf = (kind: MarkKind) =>
    typeof about === 'function' ? about(kind) : about ? markAddress(kind, about) : null;
  return (
    <span
      className={`inline-flex flex-wrap items-center gap-y-1 ${named ? 'gap-x-4' : 'justify-center gap-x-1'}`}
    >
      {MARKS.filter((kind) => counts[kind] > 0).map((kind) => {
        const href = hrefOf(kind);
        return (
          <span key={kind} className="inline-flex items-center gap-x-2">
            <CountMark kind={kind} count={counts[kind]} {...(href ? { href } : {})} />
            {named && <span aria-hidden="true">{markName(kind, counts[kind])}</span>}
          </span>
        );
      })}
    </span>
  );
}
