import type { AwardFormula } from '../../../questions/method/award-method';
import { fraction, inDecimals, inFloat, over, times } from '../fraction';
import { HIGHEST_SCORE } from '../score-scale';
import { rankBids } from '../ranking';
import { UNRANKED_WORDS, type AssessedBid, type RankingRules } from './formulas';

export interface ExampleRow {
  bid: string;
  /** Pence. */
  price: number;
  quality: string;
  /** What the order goes by, in words. */
  by: string;
  rank: string;
}

/** Three invented bids: prices in pence, quality out of 100. */
const EXAMPLE = [
  { id: 'Bid A', price: 12_000_000, quality: 62 },
  { id: 'Bid B', price: 12_400_000, quality: 74 },
  { id: 'Bid C', price: 14_200_000, quality: 88 },
];

const EXAMPLE_BUDGET = 13_000_000;

const asBid = ({ id, price, quality }: (typeof EXAMPLE)[number]): AssessedBid => ({
  id,
  price,
  criteria: [
    {
      weight: 100,
      minimum: null,
      score: over(times(fraction(quality), fraction(HIGHEST_SCORE)), fraction(100)),
    },
  ],
});

/** The order of three invented bids under the rules of a question, by the very code that ranks real ones. */
export function workedExample(rules: Omit<RankingRules, 'budget'>): ExampleRow[] {
  const { ranked, unranked } = rankBids(EXAMPLE.map(asBid), { ...rules, budget: EXAMPLE_BUDGET });
  const priced = (id: string) => EXAMPLE.find((one) => one.id === id)?.price ?? 0;
  return [
    ...ranked.map(({ id, quality, price, perPoint, total, rank }) => ({
      bid: id,
      price: priced(id),
      quality: inDecimals(quality),
      by: orderWords(rules.formula, {
        price: price && inDecimals(price),
        perPoint,
        total: inDecimals(total, 2),
      }),
      rank: String(rank),
    })),
    ...unranked.map(({ id, quality, why }) => ({
      bid: id,
      price: priced(id),
      quality: inDecimals(quality),
      by: `Out: ${UNRANKED_WORDS[why]}`,
      rank: 'None',
    })),
  ];
}

function orderWords(
  formula: AwardFormula,
  of: { price: string | null; perPoint: Parameters<typeof inFloat>[0] | null; total: string },
): string {
  if (of.perPoint)
    return `£${(inFloat(of.perPoint) / 100).toLocaleString('en-GB', { maximumFractionDigits: 0 })} for each point`;
  if (formula === 'weighted' && of.price !== null) return `Price score ${of.price}, total ${of.total}`;
  return formula === 'lowestPrice' ? 'Price' : 'Quality';
}
