import { RATER_ROLES } from '../rating';
import type { RatingSummary } from '../rating-summary';

type Spread = RatingSummary['spread'];

/** The lowest and the highest value that somebody of a role gave. */
export function rangeOf(counts: readonly number[]): [lowest: number, highest: number] {
  const given = counts.flatMap((count, index) => (count > 0 ? [index + 1] : []));
  return [given[0] ?? 0, given.at(-1) ?? 0];
}

const range = (counts: readonly number[]): string => {
  const [lowest, highest] = rangeOf(counts);
  return lowest === highest ? `${lowest}` : `${lowest} to ${highest}`;
};

const joined = (parts: string[]): string => parts.join(', ').replace(/, ([^,]*)$/, ' and $1');

/** Whether those of one side agree with each other, and the sides with one another. */
export function spreadInSentences(spread: Spread): string {
  const [lowest, highest] = rangeOf(
    [0, 1, 2, 3, 4].map((index) => spread.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0)),
  );
  if (highest - lowest <= 1) return 'All who rated it agree to within one point.';
  const ranges = joined(
    spread.map(({ role, counts }) => `${RATER_ROLES[role].toLowerCase()} raters give ${range(counts)}`),
  );
  const apart = spread.some(({ counts: one }) =>
    spread.some(({ counts: other }) => rangeOf(one)[1] < rangeOf(other)[0]),
  );
  const words = `${ranges.charAt(0).toUpperCase()}${ranges.slice(1)}.`;
  return apart ? `${words} The sides do not meet.` : words;
}
