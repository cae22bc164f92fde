import { withUnit } from '../unit';

/** How close a measure comes to what matters: what goes in, what is done, what changes by it. */
export const CLASSES = {
  input: 'Input: what goes in',
  output: 'Output: what is done',
  outcome: 'Outcome: what changes by it',
} as const;
export type MeasureClass = keyof typeof CLASSES;
export const CLASS_NAMES: Record<MeasureClass, string> = {
  input: 'Input',
  output: 'Output',
  outcome: 'Outcome',
};

/** The three cells that a priority has on a scorecard. */
export const PARTS = { effort: 'Effort', impact: 'Impact', threatReduction: 'Threat reduction' } as const;
export type Part = keyof typeof PARTS;
export const PART_NAMES = Object.keys(PARTS) as [Part, ...Part[]];

export const WANTED = { higher: 'Higher is better', lower: 'Lower is better' } as const;
export type Wanted = keyof typeof WANTED;

export const STATES = { draft: 'Draft', pilot: 'Pilot', inUse: 'In use', retired: 'Retired' } as const;
export type MeasureState = keyof typeof STATES;
export const STATE_COLOURS = { draft: 'grey', pilot: 'yellow', inUse: 'green', retired: 'grey' } as const;

const ONWARD: Record<MeasureState, readonly MeasureState[]> = {
  draft: ['pilot', 'retired'],
  pilot: ['inUse', 'retired'],
  inUse: ['retired'],
  retired: [],
};
export const movesFrom = (state: MeasureState): readonly MeasureState[] => ONWARD[state];

/** Figures are recorded while it is piloted or in use. */
export const isCounted = (state: MeasureState): boolean => state === 'pilot' || state === 'inUse';

/** How far somebody has looked at a figure. */
export const CHECKS = { claimed: 'Claimed', evidenced: 'Evidenced', validated: 'Validated' } as const;
export type CheckState = keyof typeof CHECKS;
export const CHECK_COLOURS = { claimed: 'grey', evidenced: 'blue', validated: 'green' } as const;

export function checkOf(checks: readonly { step: string }[]): CheckState {
  const has = (step: string) => checks.some((check) => check.step === step);
  if (has('validated')) return 'validated';
  return has('evidenced') ? 'evidenced' : 'claimed';
}

/** What stands between a draft and its pilot, in words. */
export function missingForPilot(measure: {
  ownerId: string | null;
  organisationId: string | null;
  reviewOn: Date | null;
}): string[] {
  return [
    ...(measure.ownerId ? [] : ['an owner']),
    ...(measure.organisationId ? [] : ['an owning organisation']),
    ...(measure.reviewOn ? [] : ['a review date']),
  ];
}

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 });

export const showValue = (value: number, unit: string): string => withUnit(number.format(value), unit);

/** Whether a step from one figure to the next went the way that is wanted; null when nothing moved. */
export function isBetter(before: number, now: number, wanted: Wanted): boolean | null {
  if (before === now) return null;
  return now > before === (wanted === 'higher');
}
