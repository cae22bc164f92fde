import type { ScoredHarm } from '../../measures/harm/scored-harm.server';
import type { Weights } from '../../strategy/scoring/score';
import { areaLines, weightLines } from '../direction/score-lines';
import type { AreaSpend, Spend } from './spend';

type Line = (string | number)[];

const pounds = (pence: number) => (pence / 100).toFixed(2);

interface Given {
  weights: Weights;
  areas: readonly AreaSpend[];
  harm: readonly ScoredHarm[];
  whole: Spend;
  noArea: Spend;
  elsewhere: Spend;
}

/** Everything that scores, shares and ranks are worked out from, and what came out. */
export const spendLines = ({ weights, areas, harm, whole, noArea, elsewhere }: Given): Line[] => [
  ...weightLines(weights),
  ...areaLines(areas),
  ['harm', 'key', 'pounds a year', 'year', 'estimate', 'source'],
  ...harm.map(({ slug, value, year, estimate, source }) => [
    ...['harm', slug, value, year, estimate ? 'yes' : 'no', source],
  ]),
  ['money', 'key', 'committed £', 'spent £', 'rank by score', 'rank by money', 'difference'],
  ...areas.map(({ slug, spend, rank, spendRank, difference }) => [
    ...['money', slug, pounds(spend.committed), pounds(spend.spent), rank, spendRank, difference],
  ]),
  ['other money', 'of', 'committed £', 'spent £'],
  ['other money', 'all, each line once', pounds(whole.committed), pounds(whole.spent)],
  ['other money', 'no threat area', pounds(noArea.committed), pounds(noArea.spent)],
  ['other money', 'threat areas without a score', pounds(elsewhere.committed), pounds(elsewhere.spent)],
];
