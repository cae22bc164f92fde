import { unrankedWords, type Unranked } from '~/domain/evaluation/scoring/award/formulas';
import type { RankedBid } from '~/domain/evaluation/scoring/ranking';
import { showMoney } from '~/domain/money';
import { FORMULA_NAMES, FORMULA_WORDS, type AwardFormula } from '~/domain/questions/method/award-method';
import { ScrollingTable } from '~/ui/content/scrolling-table';

export interface RankingTableProps {
  /** Where a page has several. */
  name?: string;
  priceScored: boolean;
  /** Quality and price weighted, unless the question says otherwise. */
  formula?: AwardFormula;
  weights: { quality: number; price: number };
  rows: {
    reference: string;
    bidder: string;
    amount: number | null;
    quality: string;
    price: string | null;
    total: string | null;
    rank: number | null;
    perPoint?: number;
    tie: RankedBid['tie'];
    why?: Unranked;
    /** Its bidder keeps other lots, where all awards of all lots are given. */
    aside?: boolean;
  }[];
}

const number = (content: string) => ({ content, format: 'numeric' as const });

const TIES = {
  none: '',
  byQuality: 'Level in total: quality decides',
  byPrice: 'Level in total: the lower price decides',
  byHeaviest: 'Level in total: the criterion with the greatest weight decides',
  byReason: 'Exactly level: the moderator gives a reason',
};

/** The bids by rank. Equal totals share a rank; a bid below a minimum has none. */
export const RankingTable = ({
  name = 'Ranking',
  priceScored,
  formula = 'weighted',
  weights,
  rows,
}: RankingTableProps) => (
  <>
    <ScrollingTable
      name={name}
      head={[
        'Rank',
        'Bid',
        number('Quality'),
        ...(priceScored ? [number(formula === 'pricePerPoint' ? 'Price for a point' : 'Price score')] : []),
        number('Total'),
        number('Price, without VAT'),
      ]}
      rows={rows.map((row) => [
        row.rank === null ? 'None' : String(row.rank),
        <>
          {row.bidder}
          <br />
          <span className="govuk-body-s">
            {row.rank === null ? `${unrankedWords(row.why ?? 'minimum')}, so not ranked` : TIES[row.tie]}
          </span>
          {row.aside && <span className="block govuk-body-s">Stands aside: its bidder keeps other lots</span>}
        </>,
        number(row.quality),
        ...(priceScored
          ? [number(row.perPoint === undefined ? (row.price ?? 'Not scored') : showMoney(row.perPoint))]
          : []),
        number(row.total ?? 'None'),
        number(row.amount === null ? 'Not given' : showMoney(row.amount)),
      ])}
    />
    <p className="govuk-body-s">
      Scores are out of 100.{' '}
      {priceScored
        ? formula === 'weighted'
          ? `Total = ${weights.quality}% quality + ${weights.price}% price. The price score is 100 × the lowest price ÷ this price, among bids at or above every minimum.`
          : `${FORMULA_NAMES[formula]}. ${FORMULA_WORDS[formula]}`
        : 'Price is not scored on this route.'}{' '}
      Ranks are worked out in exact fractions; what is shown is rounded.
    </p>
  </>
);
