import { rangeOf, spreadInSentences } from '~/domain/ratings/disagreement/spread-in-words';
import { RATER_ROLES } from '~/domain/ratings/rating';
import type { RatingSummary } from '~/domain/ratings/rating-summary';
import { ScrollingTable } from '~/ui/content/scrolling-table';

const VALUES = ['1', '2', '3', '4', '5'];

/** Who agrees with whom, side by side: every figure of the spread, and what it comes to in words. */
export function SpreadTable({ name, spread }: { name: string; spread: RatingSummary['spread'] }) {
  return (
    <>
      <p className="govuk-body">{spreadInSentences(spread)}</p>
      <ScrollingTable
        name={`Spread of ratings for ${name}`}
        caption="How many gave each rating, by the side they rate from"
        captionSize="s"
        head={['Side', ...VALUES, 'Lowest', 'Highest']}
        firstCellIsHeader
        rows={spread.map(({ role, counts }) => [
          RATER_ROLES[role],
          ...counts.map(String),
          ...rangeOf(counts).map(String),
        ])}
      />
    </>
  );
}
