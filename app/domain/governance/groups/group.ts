export const GROUP_KINDS = { governs: 'Governs', discusses: 'Discusses' } as const;
export type GroupKind = keyof typeof GROUP_KINDS;
export const groupKinds = Object.keys(GROUP_KINDS) as [GroupKind, ...GroupKind[]];

export const CADENCES = {
  weekly: 'Every week',
  fortnightly: 'Every two weeks',
  monthly: 'Every month',
  quarterly: 'Every quarter',
  halfYearly: 'Twice a year',
  yearly: 'Once a year',
  adHoc: 'When there is need',
} as const;
export type Cadence = keyof typeof CADENCES;
export const cadences = Object.keys(CADENCES) as [Cadence, ...Cadence[]];

export const GROUP_STATES = { open: 'Open', merged: 'Merged into another', closed: 'Closed' } as const;
export type GroupState = keyof typeof GROUP_STATES;
export const groupStates = Object.keys(GROUP_STATES) as [GroupState, ...GroupState[]];

export interface Ending {
  kind: 'closed' | 'merged';
  endedOn: Date;
  reopenedOn: Date | null;
}

interface Lifetime {
  kind: GroupKind;
  openedOn: Date;
  endings: readonly Ending[];
}

/** A group stands as its last ending left it, unless it was reopened. */
export const stateOf = (endings: readonly Ending[]): GroupState =>
  endings.find(({ reopenedOn }) => reopenedOn === null)?.kind ?? 'open';

export const isOpenOn = ({ openedOn, endings }: Omit<Lifetime, 'kind'>, day: Date): boolean =>
  openedOn <= day &&
  !endings.some(({ endedOn, reopenedOn }) => endedOn <= day && (reopenedOn === null || reopenedOn > day));

export interface CountOnDay {
  day: Date;
  governs: number;
  discusses: number;
}

/** More rows than this nobody reads: then the last day of each year stands for it. */
export const MOST_DAYS = 40;

/** How many groups of each kind there were, on every day on which that changed, and today. */
export function countsOverTime(groups: readonly Lifetime[], today: Date): CountOnDay[] {
  const changes = groups.flatMap(({ openedOn, endings }) => [
    openedOn,
    ...endings.flatMap(({ endedOn, reopenedOn }) => (reopenedOn ? [endedOn, reopenedOn] : [endedOn])),
  ]);
  const days = [...new Set([...changes, today].map(Number))]
    .filter((day) => day <= Number(today))
    .toSorted((a, b) => a - b);
  const shown = days.length > MOST_DAYS ? yearEnds(days, today) : days;
  return shown.map((day) => {
    const open = groups.filter((group) => isOpenOn(group, new Date(day)));
    const governs = open.filter(({ kind }) => kind === 'governs').length;
    return { day: new Date(day), governs, discusses: open.length - governs };
  });
}

function yearEnds(days: readonly number[], today: Date): number[] {
  const first = new Date(days[0] ?? today).getUTCFullYear();
  const years = Array.from({ length: today.getUTCFullYear() - first }, (_, past) => first + past);
  return [...years.map((year) => Date.UTC(year, 11, 31)), Number(today)];
}

/** What the counts say, in one sentence: the title of their picture. */
export function countsInWords(counts: readonly CountOnDay[]): string {
  const [first] = counts;
  const last = counts.at(-1);
  if (!first || !last) return 'No group is recorded yet';
  const total = ({ governs, discusses }: CountOnDay) => governs + discusses;
  const peak = counts.reduce((most, one) => (total(one) > total(most) ? one : most), first);
  const now = `${last.governs} ${last.governs === 1 ? 'group governs' : 'groups govern'} and ${last.discusses} ${last.discusses === 1 ? 'discusses' : 'discuss'}`;
  const fewer = total(peak) - total(last);
  return fewer > 0 ? `${now}, ${fewer} fewer than at most` : `${now}, as many as ever`;
}
