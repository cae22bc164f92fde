import { showMoney } from '~/domain/money';
import { ScrollingTable } from '~/ui/content/scrolling-table';

interface Props {
  priceScored: boolean;
  weights: { quality: number; price: number };
  rows: {
    reference: string;
    bidder: string;
    amount: number | null;
    quality: string;
    price: string | null;
    total: string | null;
    rank: number | null;
    tie: 'none' | 'byQuality' | 'byReason';
  }[];
}

const number = (content: string) => ({ content, format: 'numeric' as const });

const TIES = {
  none: '',
  byQuality: 'Level in total: quality decides',
  byReason: 'Exactly level: the moderator gives a reason',
};

/** The bids by rank. Equal totals share a rank; a bid below a minimum has none. */
export const RankingTable = ({ priceScored, weights, rows }: Props) => (
  <>
    <ScrollingTable
      name="Ranking"
      head={[
        'Rank',
        'Bid',
        number('Quality'),
        ...(priceScored ? [number('Price score')] : []),
        number('Total'),
        number('Price, without VAT'),
      ]}
      rows={rows.map((row) => [
        row.rank === null ? 'None' : String(row.rank),
        <>
          {row.bidder}
          <br />
          <span className="govuk-body-s">
            {row.rank === null ? 'Below a minimum score, so not ranked' : TIES[row.tie]}
          </span>
        </>,
        number(row.quality),
        ...(priceScored ? [number(row.price ?? 'Not scored')] : []),
        number(row.total ?? 'None'),
        number(row.amount === null ? 'Not given' : showMoney(row.amount)),
      ])}
    />
    <p className="govuk-body-s">
      Scores are out of 100.{' '}
      {priceScored
        ? `Total = ${weights.quality}% quality + ${weights.price}% price. The price score is 100 × the lowest price ÷ this price, among bids at or above every minimum.`
        : 'Price is not scored on this route.'}{' '}
      Ranks are worked out in exact fractions; what is shown is rounded.
    </p>
  </>
);
