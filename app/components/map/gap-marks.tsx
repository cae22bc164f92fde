import { GAP_KINDS, GAPS, type GapKind } from '~/domain/insight/map/cells/gap-kinds';
import { showDate } from '~/domain/uk-time';

/** The kinds of gap of a cell: a mark and its word, never colour alone. */
export function GapMarks({ kinds, dueOn }: { kinds: readonly GapKind[]; dueOn: string | null }) {
  return (
    <ul className="gap-marks">
      {kinds.map((kind) => (
        <li key={kind}>
          <span className="gap-marks__mark" aria-hidden="true">
            {GAPS[kind].mark}
          </span>{' '}
          {GAPS[kind].name}
          {kind === 'running' && dueOn && `, due ${showDate(dueOn)}`}
        </li>
      ))}
    </ul>
  );
}

/** What each kind means. */
export function GapKey() {
  return (
    <dl className="gap-key">
      {GAP_KINDS.map((kind) => (
        <div key={kind}>
          <dt>
            <span className="gap-marks__mark" aria-hidden="true">
              {GAPS[kind].mark}
            </span>{' '}
            {GAPS[kind].name}
          </dt>
          <dd>{GAPS[kind].meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
