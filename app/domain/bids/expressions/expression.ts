import { countWords, showWords } from '../../words';

/** What an expression of interest says. No price is asked for, nor is any taken. */
export interface ExpressionContent {
  /** Who would do the work, one a line. */
  names: string;
  approach: string;
}

/** Where one person stands with the first stage of a question. */
export type ExpressionStanding = 'notAsked' | 'none' | 'waiting' | 'invited' | 'notInvited';

interface Row {
  withdrawnAt: Date | null;
  invited: boolean | null;
}

/** Nothing of a decision shows before everybody is told. */
export function standingOf(asks: boolean, row: Row | null, told: boolean): ExpressionStanding {
  if (!asks) return 'notAsked';
  if (!row || row.withdrawnAt) return 'none';
  if (!told || row.invited === null) return 'waiting';
  return row.invited ? 'invited' : 'notInvited';
}

/** Equal time is late, as with bids. */
export const isOpenForExpressions = (
  question: { expressionsCloseAt: Date | null; publishedAt: Date | null; withdrawnAt: Date | null },
  now: Date,
): boolean =>
  question.expressionsCloseAt !== null &&
  question.publishedAt !== null &&
  question.withdrawnAt === null &&
  now < question.expressionsCloseAt;

/** Why an approach is too long; null where it is not. */
export function tooLong(approach: string, limit: number): string | null {
  const over = countWords(approach) - limit;
  return over > 0 ? `Shorten your approach by ${showWords(over)}: the limit is ${showWords(limit)}` : null;
}

/** What telling everybody waits for; empty when it can be done. */
export function whatTellingWaitsFor(rows: readonly { invited: boolean | null }[], closed: boolean): string[] {
  const open = rows.filter(({ invited }) => invited === null).length;
  return [
    ...(closed ? [] : ['The deadline has not passed.']),
    ...(open > 0 ? [`${open} ${open === 1 ? 'expression is' : 'expressions are'} still to be judged.`] : []),
  ];
}
