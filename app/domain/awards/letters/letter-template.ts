import { showMoney } from '../../money';
import { showDate } from '../../uk-time';
import type { SummaryContent } from '../summary';

export const LETTER_KINDS = {
  winner: 'To a winner',
  reserve: 'To a bidder on the reserve list',
  unsuccessful: 'To an unsuccessful bidder',
  excluded: 'To a bidder whose bid was excluded',
  withdrawn: 'To a winner whose award was withdrawn',
} as const;
export type LetterKind = keyof typeof LETTER_KINDS;
export const LETTER_KIND_NAMES = Object.keys(LETTER_KINDS) as [LetterKind, ...LetterKind[]];

/** What a letter may name: of the bid it is written to, and of nobody else's. */
export const LETTER_FIELDS = {
  bidder: 'Who bids',
  bid: 'The reference of the bid',
  question: 'The title of the question',
  team: 'The team that asks',
  amount: 'The price of the bid, without VAT',
  total: 'Its total of 100',
  rank: 'Its rank',
  ranked: 'How many were ranked',
  reason: 'Why it was excluded, or the award withdrawn',
  place: 'Its place on the reserve list',
  until: 'Until when it is on the reserve list',
} as const;
export type LetterField = keyof typeof LETTER_FIELDS;

const EVERY: LetterField[] = ['bidder', 'bid', 'question', 'team'];
const ASSESSED: LetterField[] = ['amount', 'total', 'rank', 'ranked'];

/** What each kind may name: no letter promises what its bidder has not. */
export const FIELDS_OF: Record<LetterKind, LetterField[]> = {
  winner: [...EVERY, ...ASSESSED],
  reserve: [...EVERY, ...ASSESSED, 'place', 'until'],
  unsuccessful: [...EVERY, ...ASSESSED],
  excluded: [...EVERY, 'reason'],
  withdrawn: [...EVERY, ...ASSESSED, 'reason'],
};

const FIELD = /\{\{([^{}]*)\}\}/g;

/** Why a text is no template of its kind; null when it is. */
export function faultIn(kind: LetterKind, text: string): string | null {
  for (const [whole, name = ''] of text.matchAll(FIELD)) {
    const field = name.trim();
    if (!Object.hasOwn(LETTER_FIELDS, field)) return `There is no field ${whole}`;
    if (!FIELDS_OF[kind].some((known) => known === field))
      return `The field ${whole} says nothing in a letter ${LETTER_KINDS[kind].toLowerCase()}`;
  }
  return /\{\{|\}\}/.test(text.replaceAll(FIELD, '')) ? 'A field begins with {{ and ends with }}' : null;
}

/** The text with its fields filled in, once: what is filled in is never read as a field. */
export const filled = (text: string, values: Record<LetterField, string>): string =>
  text.replaceAll(FIELD, (whole, name: string) => {
    const field = name.trim();
    return Object.hasOwn(values, field) ? values[field as LetterField] : whole;
  });

export interface LetterFacts {
  bidder: string;
  bid: string;
  question: string;
  team: string;
  content: SummaryContent;
  reserve: { position: number; until: Date } | null;
  /** Why an award of this bid ended, where none stands. */
  ended: string | null;
}

/** Which letter a bidder gets. */
export function letterKind({ content, reserve, ended }: LetterFacts): LetterKind {
  if (content.outcome === 'excluded') return 'excluded';
  if (content.outcome === 'awarded' && ended === null) return 'winner';
  if (ended !== null) return 'withdrawn';
  return reserve ? 'reserve' : 'unsuccessful';
}

/** What the fields say of one bid. */
export const valuesOf = (facts: LetterFacts): Record<LetterField, string> => ({
  bidder: facts.bidder,
  bid: facts.bid,
  question: facts.question,
  team: facts.team,
  amount: facts.content.amount === null ? 'not scored' : showMoney(facts.content.amount),
  total: facts.content.total ?? facts.content.quality ?? 'no total',
  rank: facts.content.rank === null ? 'not ranked' : String(facts.content.rank),
  ranked: String(facts.content.ranked),
  reason: facts.ended ?? facts.content.reason,
  place: facts.reserve ? String(facts.reserve.position) : '',
  until: facts.reserve ? showDate(facts.reserve.until) : '',
});
