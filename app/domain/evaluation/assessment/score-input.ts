import { z } from 'zod';
import { tooManyWords } from '../../questions/texts/words';
import { countWords } from '../../words';
import { optionalTextInput } from '../../form-inputs';
import { HIGHEST_SCORE, LOWEST_SCORE } from '../scoring/score-scale';

const OFF_SCALE = `Choose a score from ${LOWEST_SCORE} to ${HIGHEST_SCORE}`;

/** One row of a scoring form: the criterion by its place, the score if one was chosen, and the words for it. */
const row = z.strictObject({
  position: z.coerce.number().int().min(1).max(100),
  value: z
    .union(
      [
        z.literal('').transform(() => undefined),
        z.coerce.number().int(OFF_SCALE).min(LOWEST_SCORE, OFF_SCALE).max(HIGHEST_SCORE, OFF_SCALE),
      ],
      { error: OFF_SCALE },
    )
    .optional(),
  reason: optionalTextInput(4000),
});

export const scoreRows = z.array(row).min(1).max(100);
export type ScoreRow = z.infer<typeof row>;

interface Placed {
  id: string;
  position: number;
  name: string;
  /** The most words of a reason; no limit of its own where none is given. */
  reasonWords?: number | null;
}

/** Each row with its criterion; null when a row names none of this question, or one twice. */
export function placeRows<Criterion extends Placed>(rows: ScoreRow[], criteria: Criterion[]) {
  const placed = rows.map((entry) => ({
    entry,
    criterion: criteria.find(({ position }) => position === entry.position),
  }));
  const distinct = new Set(rows.map(({ position }) => position)).size === rows.length;
  const whole = placed.filter(
    (one): one is { entry: ScoreRow; criterion: Criterion } => one.criterion !== undefined,
  );
  return distinct && whole.length === placed.length ? whole : null;
}

/** The fewest words of a rationale for a consensus that nobody gave on their own. */
export const OUTSIDE_WORDS = 30;

/** Messages beside rationales too short for a consensus outside the span of the independent scores. */
export function outsideSpan(
  rows: ScoreRow[],
  results: { criterion: Placed; values: number[] }[],
): Record<string, string> {
  const short: Record<string, string> = {};
  rows.forEach(({ position, value, reason }, i) => {
    const { values = [] } = results.find(({ criterion }) => criterion.position === position) ?? {};
    const [low, high] = [Math.min(...values), Math.max(...values)];
    if (value === undefined || values.length === 0 || (value >= low && value <= high)) return;
    if (countWords(reason) >= OUTSIDE_WORDS) return;
    short[`scores[${i}].reason`] =
      `Nobody gave ${value} (scores go from ${low} to ${high}). Explain in at least ${OUTSIDE_WORDS} words`;
  });
  return short;
}

/** Messages beside the fields of rows that are not whole; `needed` says which rows have to be. */
export function gapsIn(
  rows: ScoreRow[],
  criteria: Placed[],
  needed: (row: ScoreRow) => boolean,
): Record<string, string> {
  const gaps: Record<string, string> = {};
  rows.forEach((entry, i) => {
    if (!needed(entry)) return;
    const criterion = criteria.find(({ position }) => position === entry.position);
    const name = criterion?.name ?? 'this criterion';
    if (entry.value === undefined) gaps[`scores[${i}].value`] = `Choose a score for “${name}”`;
    if (entry.reason === '') gaps[`scores[${i}].reason`] = `Give the reason for the score for “${name}”`;
    const long = criterion?.reasonWords && tooManyWords(entry.reason, criterion.reasonWords);
    if (long) gaps[`scores[${i}].reason`] = long;
  });
  return gaps;
}
