/** How quality and price make one order of bids. Chosen for each question, frozen with it at publication. */
export const AWARD_FORMULAS = ['weighted', 'lowestPrice', 'highestQuality', 'pricePerPoint'] as const;
export type AwardFormula = (typeof AWARD_FORMULAS)[number];

export const FORMULA_NAMES: Record<AwardFormula, string> = {
  weighted: 'Quality and price, weighted',
  lowestPrice: 'Lowest price among bids of enough quality',
  highestQuality: 'Highest quality within the budget',
  pricePerPoint: 'Lowest price for each point of quality',
};

export const FORMULA_WORDS: Record<AwardFormula, string> = {
  weighted:
    'Total = share of quality × quality + share of price × price score, where the price score is 100 × the lowest price ÷ this price.',
  lowestPrice: 'Every bid that reaches the quality below goes on. Of those, the lowest price comes first.',
  highestQuality:
    'Every bid that reaches the quality below and costs no more than the budget goes on. Of those, the highest quality comes first.',
  pricePerPoint: 'Price ÷ quality points. The bid that pays least for each point comes first.',
};

export const needsThreshold = (formula: AwardFormula): boolean =>
  formula === 'lowestPrice' || formula === 'highestQuality';

/** What decides between bids that are level, before anybody has to give a reason. */
export const TIE_BREAKS = ['quality', 'price', 'heaviest'] as const;
export type TieBreak = (typeof TIE_BREAKS)[number];

export const TIE_BREAK_NAMES: Record<TieBreak, string> = {
  quality: 'higher quality',
  price: 'lower price',
  heaviest: 'higher score on the criterion with the greatest weight',
};

export type InterviewMode = 'criteria' | 'adjustment';

/** The part of a question that says how its bids are put in order. */
export interface AwardMethod {
  awardFormula: AwardFormula;
  qualityThreshold: number | null;
  tieBreak: TieBreak[];
  lowPricePercent: number | null;
  lowCostPercent: number | null;
  interviewMode: InterviewMode | null;
  interviewPlaces: number | null;
  interviewFrom: number | null;
  interviewPoints: number | null;
  replyWorkingDays: number | null;
  replyWords: number | null;
}

/** Quality and price weighted, quality first between equals: what a question has unless its team chooses. */
export const USUAL_METHOD: AwardMethod = {
  awardFormula: 'weighted',
  qualityThreshold: null,
  tieBreak: ['quality'],
  lowPricePercent: null,
  lowCostPercent: null,
  interviewMode: null,
  interviewPlaces: null,
  interviewFrom: null,
  interviewPoints: null,
  replyWorkingDays: null,
  replyWords: null,
};

export const isTieBreak = (value: string): value is TieBreak => TIE_BREAKS.some((one) => one === value);

export const showTieBreak = (order: readonly string[]): string =>
  [
    ...order.filter(isTieBreak).map((one) => TIE_BREAK_NAMES[one]),
    'a reason that the moderator writes down',
  ].join(', then ');

/** When a price is asked about, in words; null where it never is. */
export function showLowPrice({
  lowPricePercent,
  lowCostPercent,
}: Pick<AwardMethod, 'lowPricePercent' | 'lowCostPercent'>) {
  const rules = [
    lowPricePercent !== null && `more than ${lowPricePercent}% below the mean of the other prices`,
    lowCostPercent !== null && `covering less than ${lowCostPercent}% of its stated full economic cost`,
  ].filter((rule) => rule !== false);
  return rules.length === 0
    ? null
    : `A price ${rules.join(', or ')}, is asked about. The bidder explains it, and the panel decides with a reason; nobody is excluded automatically.`;
}

export const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** The interviews of a question in words; null where there are none. */
export function showInterviews(method: Omit<AwardMethod, 'tieBreak'>): string | null {
  const { interviewMode, interviewPlaces, interviewFrom, interviewPoints } = method;
  if (interviewMode === null || interviewPlaces === null) return null;
  const from = interviewFrom === null ? '' : ` of those that reach ${interviewFrom} out of 100`;
  const counts =
    interviewMode === 'criteria'
      ? 'The interview is scored on criteria of its own.'
      : `The panel may add or take up to ${plural(interviewPoints ?? 0, 'point')} of quality, with a reason.`;
  return `After quality is agreed, the best ${plural(interviewPlaces, 'bid')} by quality${from} are invited; bids level with the last of them too. ${counts}`;
}

export const showReplies = ({
  replyWorkingDays,
  replyWords,
}: Omit<AwardMethod, 'tieBreak'>): string | null =>
  replyWorkingDays === null
    ? null
    : `Each bidder reads the panel’s reasons, without scores or names, and has ${plural(replyWorkingDays, 'working day')} to reply in ${plural(replyWords ?? 0, 'word')} before the panel agrees its scores.`;

type Stored = Omit<AwardMethod, 'tieBreak'> & { tieBreak: string[] };

/** The method alone, of a row that holds more. */
export const methodOf = (row: Stored): Stored => ({
  awardFormula: row.awardFormula,
  qualityThreshold: row.qualityThreshold,
  tieBreak: row.tieBreak,
  lowPricePercent: row.lowPricePercent,
  lowCostPercent: row.lowCostPercent,
  interviewMode: row.interviewMode,
  interviewPlaces: row.interviewPlaces,
  interviewFrom: row.interviewFrom,
  interviewPoints: row.interviewPoints,
  replyWorkingDays: row.replyWorkingDays,
  replyWords: row.replyWords,
});
