/** The anchored scale: what a finding does for a priority. */
export const SCALE = {
  1: 'Not relevant',
  2: 'Background',
  3: 'Informs',
  4: 'Shapes an option',
  5: 'Changes a decision',
} as const;
export type RatingValue = keyof typeof SCALE;
export const CANNOT_JUDGE = 'Cannot judge';

export const CERTAINTIES = { 1: 'Not very certain', 2: 'Fairly certain', 3: 'Very certain' } as const;
export type Certainty = keyof typeof CERTAINTIES;

export const isRatingValue = (value: number): value is RatingValue => value in SCALE;
export const showValue = (value: number | null): string =>
  value !== null && isRatingValue(value) ? `${value} ${SCALE[value]}` : CANNOT_JUDGE;

export const RATER_ROLES = { policy: 'Policy', operational: 'Operational', academic: 'Academic' } as const;
export type RaterRole = keyof typeof RATER_ROLES;
export const raterRoles = Object.keys(RATER_ROLES) as RaterRole[];

/** Kinds of organisation whose people use evidence in operations, and those who make it. */
const OPERATIONAL = new Set([
  'law-enforcement-agency',
  'police-force',
  'regional-unit',
  'intelligence-and-national-security',
  'prosecution',
  'prison-and-probation',
  'regulator-or-supervisor',
  'overseas-law-enforcement',
  'private-sector',
  'charity-or-victim-service',
]);
const ACADEMIC = new Set(['university', 'research-institute-or-think-tank', 'research-funder']);

/** The side somebody rates from, by the kinds of their teams' organisations first, then of their affiliations. */
export function raterRoleOf(place: { teamKinds: string[]; ownKinds: string[]; expert: boolean }): RaterRole {
  const kind = place.teamKinds[0] ?? place.ownKinds[0];
  if (kind === undefined) return place.expert ? 'academic' : 'policy';
  if (ACADEMIC.has(kind)) return 'academic';
  return OPERATIONAL.has(kind) ? 'operational' : 'policy';
}

export type StaleReason = 'newVersion' | 'setReplaced';

interface Standing {
  ratedNumber: number;
  currentNumber: number;
  changedAt: Date;
  /** The last day on which the priority set held, if it has ended. */
  setEndsOn: Date | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Why a rating asks to be reaffirmed. A set that ended counts from the day after its last: whoever rates or
 * reaffirms after that knows that it was replaced.
 */
export function staleReason(
  { ratedNumber, currentNumber, changedAt, setEndsOn }: Standing,
  now: Date,
): StaleReason | null {
  if (ratedNumber < currentNumber) return 'newVersion';
  if (!setEndsOn) return null;
  const replacedAt = new Date(setEndsOn.getTime() + DAY_MS);
  return replacedAt <= now && changedAt < replacedAt ? 'setReplaced' : null;
}

export const STALE_WORDS: Record<StaleReason, string> = {
  newVersion: 'Made about an earlier version',
  setReplaced: 'Made before this priority set was replaced',
};
