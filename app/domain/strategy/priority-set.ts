import type { TermStanding } from '../taxonomy/term';
import { wasInForce } from './written-date';

export const PRIORITY_KINDS = ['threat', 'outcome', 'system', 'policing'] as const;
export type PriorityKind = (typeof PRIORITY_KINDS)[number];

/** What lists of a kind name, as a reader would say it. */
export const KIND_NAMES: Record<PriorityKind, string> = {
  threat: 'Threat priorities',
  outcome: 'Outcome priorities',
  system: 'System priorities',
  policing: 'Policing priorities',
};

export interface SetInTime {
  kind: PriorityKind;
  startsOn: Date;
  endsOn: Date | null;
  standing: TermStanding;
}

export interface KindOnDay<Set> {
  kind: PriorityKind;
  current: Set[];
  /** The last one that had ended by that day, for a kind that has none in force. */
  last: Set | null;
}

/** For each kind the sets in force on a day; where none is, the last that was. */
export function setsByKind<Set extends SetInTime>(sets: readonly Set[], day: Date): KindOnDay<Set>[] {
  return PRIORITY_KINDS.map((kind) => {
    const ofKind = sets.filter((set) => set.kind === kind);
    const current = ofKind.filter((set) => wasInForce(set, day));
    const ended = ofKind.filter(({ endsOn }) => endsOn !== null && endsOn < day);
    const last = ended.reduce<Set | null>(
      (latest, set) => (latest === null || set.startsOn > latest.startsOn ? set : latest),
      null,
    );
    return { kind, current, last: current.length > 0 ? null : last };
  });
}
