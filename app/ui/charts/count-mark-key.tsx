import type { CountKind } from './count-mark';

/** A mark beside what it stands for, to read a map by. */
export function CountMarkKey({ kind, count, text }: { kind: CountKind; count: number; text: string }) {
  return (
    <span className="count-mark-key">
      <span className={`count-mark count-mark--${kind}`} aria-hidden="true">
        {count}
      </span>{' '}
      {text}
    </span>
  );
}
