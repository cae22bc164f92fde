import { showMoney } from '../../money';

export const FEWEST_LOTS = 2;
export const MOST_LOTS = 10;

/** A part of a question that is bid for, judged and awarded apart. */
export interface LotDraft {
  number: number;
  title: string;
  covers: string;
  /** Pence without VAT. */
  budget: number;
  awardsAvailable: number;
}

export interface Lot extends LotDraft {
  id: string;
}

export const LOT_RULES = ['preference', 'difference'] as const;
export type LotRule = (typeof LOT_RULES)[number];

/** What is stated before bidding of how many lots one bidder may go for; no limit where null. */
export interface LotLimits {
  lotsMostBids: number | null;
  lotsMostAwards: number | null;
  lotRule: LotRule | null;
}

export const LOT_RULE_WORDS: Record<LotRule, string> = {
  preference:
    'Whoever comes first in more lots keeps those that they put first in their own order of the lots',
  difference:
    'Whoever comes first in more lots keeps those in which their total is furthest ahead of the bid that would take its place; where equal, the lots with the lower numbers',
};

export const lotName = ({ number, title }: Pick<LotDraft, 'number' | 'title'>): string =>
  `Lot ${number}: ${title}`;

export const awardsOf = (lots: readonly Pick<LotDraft, 'awardsAvailable'>[]): number =>
  lots.reduce((sum, { awardsAvailable }) => sum + awardsAvailable, 0);

export const budgetOf = (lots: readonly Pick<LotDraft, 'budget'>[]): number =>
  lots.reduce((sum, { budget }) => sum + budget, 0);

/** `Up to £40,000 without VAT, 1 award`. */
export const showLotMoney = ({ budget, awardsAvailable }: Pick<LotDraft, 'budget' | 'awardsAvailable'>) =>
  `Up to ${showMoney(budget)} without VAT, ${awardsAvailable} award${awardsAvailable === 1 ? '' : 's'}`;

const lots = (count: number): string => `${count} lot${count === 1 ? '' : 's'}`;

/** The limits as bidders read them; null where there are none. */
export function showLotLimits({ lotsMostBids, lotsMostAwards, lotRule }: LotLimits): string | null {
  const bids = lotsMostBids && `One person can lead bids for ${lots(lotsMostBids)}.`;
  const awards = lotsMostAwards && `One bidder can win ${lots(lotsMostAwards)}.`;
  const rule = lotsMostAwards && lotRule && `${LOT_RULE_WORDS[lotRule]}.`;
  return [bids, awards, rule].filter(Boolean).join(' ') || null;
}
