import { raterRoles, type RaterRole } from './rating';
import { ENOUGH, shrunkMean } from './shrinkage';

export interface CountableRating {
  value: number | null;
  role: RaterRole;
  interest: boolean;
  stale: boolean;
}

/** What may be said of the ratings of one finding for one priority. */
export interface RatingSummary {
  counted: number;
  cannotJudge: number;
  withInterest: number;
  stale: number;
  /** Present from three counted ratings up; below that it is "too few". */
  mean: number | null;
  /** How many gave 1, 2, 3, 4 and 5, by role; beside every mean. */
  spread: { role: RaterRole; counts: number[] }[];
}

const spreadOf = (ratings: CountableRating[]) =>
  raterRoles
    .map((role) => ({
      role,
      counts: [1, 2, 3, 4, 5].map(
        (value) => ratings.filter((rating) => rating.role === role && rating.value === value).length,
      ),
    }))
    .filter(({ counts }) => counts.some((count) => count > 0));

/** A declared interest, a stale rating and "cannot judge" are shown but not counted. */
export function summarise(ratings: readonly CountableRating[], grandMean: number): RatingSummary {
  const current = ratings.filter((rating) => !rating.stale && !rating.interest);
  const counted = current.filter((rating) => rating.value !== null);
  const enough = counted.length >= ENOUGH;
  const values = counted.flatMap(({ value }) => (value === null ? [] : [value]));
  return {
    counted: counted.length,
    cannotJudge: current.length - counted.length,
    withInterest: ratings.filter((rating) => rating.interest && !rating.stale).length,
    stale: ratings.filter((rating) => rating.stale).length,
    mean: enough ? shrunkMean(values, grandMean) : null,
    spread: enough ? spreadOf(counted) : [],
  };
}
