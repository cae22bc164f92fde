import { parseReference } from '../../reference';
import { addDays, isoDay, ukDay } from '../../uk-time';
import type { ListKind, Verdict } from './list-kinds';
import type { ListRow } from './read-list';

/** What a row asks for: the input of its command, without the question. */
export type Asked = Record<string, string>;

export interface PlannedRow {
  cells: string[];
  asked: Asked | null;
  /** What is known before any command is asked. */
  verdict: Verdict;
  why: string;
}

/** What of a competition rows name; whoever sends them sees all of it. */
export interface Known {
  /** References of bids. */
  bids: ReadonlySet<string>;
  /** References of evaluators, by reference and by confirmed address. */
  assessors: ReadonlyMap<string, string>;
  /** What was settled by hand, as `bid person rule`. */
  settled: ReadonlySet<string>;
  /** Pairs kept apart, as the two references in order. */
  apart: ReadonlySet<string>;
}

interface About {
  known: Known;
  now: Date;
}

const ANSWER_DAYS = 14;
const RULES: Record<string, string> = { '': 'pin', assign: 'pin', never: 'bar', free: 'free' };

const no = (why: string) => ({ asked: null, verdict: 'no' as const, why });
const same = (why: string) => ({ asked: null, verdict: 'same' as const, why });
const ask = (asked: Asked) => ({ asked, verdict: 'do' as const, why: '' });
type Planned = Omit<PlannedRow, 'cells'>;

const personIn = (cell: string, { assessors }: Known): string | undefined =>
  assessors.get(parseReference(cell) ?? cell.toLowerCase());
const bidIn = (cell: string, { bids }: Known): string | undefined => {
  const reference = parseReference(cell);
  return reference && bids.has(reference) ? reference : undefined;
};

const NO_BID = 'There is no such bid in this competition';
const NO_ASSESSOR = 'There is no such evaluator on this panel';

function planAssessor(
  { Assessor: who = '', Message: message = '', 'Answer by': day = '' }: ListRow,
  { now }: About,
) {
  if (who === '') return no('It names nobody');
  const person = parseReference(who) ?? who.toLowerCase();
  return ask({ person, message, answerBy: day || isoDay(addDays(ukDay(now), ANSWER_DAYS)) });
}

function planAssignment(
  { Bid: cell = '', Assessor: who = '', Rule: said = '' }: ListRow,
  { known }: About,
): Planned {
  const [bid, person, rule] = [bidIn(cell, known), personIn(who, known), RULES[said.toLowerCase()]];
  if (!bid) return no(NO_BID);
  if (!person) return no(NO_ASSESSOR);
  if (!rule) return no('The rule is “assign”, “never” or “free”');
  const isSettled = known.settled.has(`${bid} ${person} ${rule}`);
  const isFree =
    rule === 'free' && !['pin', 'bar'].some((one) => known.settled.has(`${bid} ${person} ${one}`));
  return isSettled || isFree ? same('It stands like this already') : ask({ bid, person, rule });
}

function planPair(
  { First: a = '', Second: b = '', Reason: reason = '' }: ListRow,
  { known }: About,
): Planned {
  const [one, other] = [personIn(a, known), personIn(b, known)];
  if (!one || !other) return no(NO_ASSESSOR);
  return known.apart.has([one, other].sort().join(' '))
    ? same('They are kept apart already')
    : ask({ one, other, reason });
}

function planEligibility(
  { Bid: cell = '', Outcome: said = '', Reason: reason = '' }: ListRow,
  { known }: About,
) {
  const bid = bidIn(cell, known);
  if (!bid) return no(NO_BID);
  if (said.toLowerCase() === 'eligible') return same('The bid stays in the competition');
  return said.toLowerCase() === 'excluded'
    ? ask({ bid, reason })
    : no('The outcome is “eligible” or “excluded”');
}

function planMember({ Assessor: who = '' }: ListRow, { known }: About): Planned {
  const person = personIn(who, known);
  return person ? ask({ person }) : no(NO_ASSESSOR);
}

const PLANS: Record<ListKind, (row: ListRow, about: About) => Planned> = {
  assessors: planAssessor,
  assignments: planAssignment,
  apart: planPair,
  eligibility: planEligibility,
  remind: planMember,
  remove: planMember,
};

/** What two rows have in common that ask for the same, whatever they say beside it. */
const keyOf = (kind: ListKind, { person = '', bid = '', one = '', other = '' }: Asked): string =>
  kind === 'apart' ? [one, other].sort().join(' ') : `${bid} ${person}`;

/** What each row asks for; a row that repeats an earlier one changes nothing more. */
export function planRows(kind: ListKind, rows: ListRow[], about: About): PlannedRow[] {
  const seen = new Map<string, number>();
  return rows.map((row, index) => {
    const planned = PLANS[kind](row, about);
    const cells = Object.values(row);
    if (!planned.asked) return { ...planned, cells };
    const key = keyOf(kind, planned.asked);
    const first = seen.get(key);
    if (first !== undefined) return { ...same(`Row ${first} asks for it already`), cells };
    seen.set(key, index + 1);
    return { ...planned, cells };
  });
}
