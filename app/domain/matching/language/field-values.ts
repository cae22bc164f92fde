import { bareDate } from '../../uk-time';
import { CHOICES, type Field } from './fields';
import { nearest } from './nearest';
import { COMPARISONS, type Comparison, type Test } from './query-tree';

/** One value as it was typed; a quoted one is taken by the letter. */
export interface TypedValue {
  text: string;
  quoted: boolean;
}

/** What could not be read, in the words of a page. */
export class Unread {
  constructor(
    readonly why: string,
    /** What is wrong, and what was probably meant. */
    readonly meant?: { typed: string; instead: string },
  ) {}

  /** What was typed, as it was probably meant. */
  meantIn(text: string): string {
    if (!this.meant) return text;
    const at = text.toLowerCase().lastIndexOf(this.meant.typed.toLowerCase());
    return at === -1
      ? text
      : text.slice(0, at) + this.meant.instead + text.slice(at + this.meant.typed.length);
  }
}

export const MOST_VALUES = 20;

/** What stands after the colon of a field, as a condition. Total: what it cannot read is `Unread`. */
export function readTest(field: Field, given: readonly TypedValue[]): Test | Unread {
  const values = given
    .map(({ text, quoted }) => ({ text: text.trim().replaceAll(/\s+/g, ' '), quoted }))
    .filter(({ text }) => text !== '');
  const [first, ...others] = values;
  if (!first) return expected(field, 'a value');
  if (values.length > MOST_VALUES) return expected(field, `${MOST_VALUES} values or fewer`);
  if (field.mayBeNone && others.length === 0 && isNone(first)) return { kind: 'among', values: ['none'] };
  if (field.kind === 'number' || field.kind === 'money')
    return others.length === 0 ? readNumber(field, first.text) : expected(field, 'one number or a range');
  if (field.kind === 'day')
    return others.length === 0 ? readDay(field, first.text) : expected(field, 'one day or a range');
  return readAmong(field, values);
}

const isNone = ({ text }: TypedValue): boolean => text.toLowerCase() === 'none';

const expected = (field: Field, what: string): Unread =>
  new Unread(`“${field.name}:” takes ${what}, as in ${field.example}`);

function readAmong(field: Field, values: readonly TypedValue[]): Test | Unread {
  const read: string[] = [];
  for (const value of values) {
    if (!value.quoted && splitComparison(value.text).by !== '=') return expected(field, 'no comparison');
    const one = readWord(field, value);
    if (one instanceof Unread) return one;
    read.push(one);
  }
  return { kind: 'among', values: [...new Set(read)] };
}

function readWord(field: Field, value: TypedValue): string | Unread {
  const { text } = value;
  const lower = text.toLowerCase();
  if (field.mayBeNone && isNone(value)) return 'none';
  switch (field.kind) {
    case 'choice':
      return readChoice(field, lower);
    case 'yesNo':
      return lower === 'yes' || lower === 'no' ? lower : expected(field, 'yes or no');
    case 'own':
      return lower === 'me' ? lower : expected(field, 'me alone');
    case 'term':
      return lower;
    case 'name':
    case 'person':
      return lower === 'me' ? lower : text;
    case 'number':
    case 'money':
    case 'day':
      return text;
  }
}

function readChoice(field: Field, word: string): string | Unread {
  const known = CHOICES[field.name] ?? [];
  if (known.includes(word)) return word;
  const near = nearest(word, known) ?? '';
  return new Unread(`“${field.name}:” knows no “${word}”. The nearest is ${field.name}:${near}`, {
    typed: word,
    instead: near,
  });
}

function splitComparison(text: string): { by: Comparison; rest: string } {
  const sign = /^(?:<=|>=|<|>|=)/.exec(text)?.[0] ?? '';
  const by = COMPARISONS.find((known) => known === sign) ?? '=';
  return { by, rest: text.slice(sign.length).trim() };
}

/** Both ends of `2019..2024`, either of them empty where it is open. */
function splitRange(text: string): [string, string] | null {
  const dots = text.indexOf('..');
  return dots === -1 ? null : [text.slice(0, dots).trim(), text.slice(dots + 2).trim()];
}

const NUMBER = /^£?(\d{1,11}(?:\.\d{1,4})?)([km]?)$/i;
const TIMES: Record<string, number> = { '': 1, k: 1_000, m: 1_000_000 };
const LIMIT = 1e11;

/** A number from 0 to below 10^11, of four decimals; `50k` and `£1.5m` where it is money. */
export function plainNumber(text: string, isMoney = false): number | null {
  const [, digits, unit = ''] = NUMBER.exec(text) ?? [];
  if (digits === undefined || (!isMoney && (unit !== '' || text.startsWith('£')))) return null;
  const value = Math.round(Number(digits) * (TIMES[unit.toLowerCase()] ?? 1) * 10_000) / 10_000;
  return value < LIMIT ? value : null;
}

function readNumber(field: Field, text: string): Test | Unread {
  const read = (part: string) => plainNumber(part, field.kind === 'money');
  const missing = expected(field, 'a number');
  const range = splitRange(text);
  if (!range) {
    const { by, rest } = splitComparison(text);
    const value = read(rest);
    return value === null ? missing : { kind: 'number', by, value };
  }
  const [from, to] = range.map((end) => (end === '' ? undefined : read(end)));
  if (from === null || to === null || (from === undefined && to === undefined)) return missing;
  if (from === undefined) return { kind: 'number', by: '<=', value: to ?? 0 };
  if (to === undefined) return { kind: 'number', by: '>=', value: from };
  return from <= to ? { kind: 'numbers', from, to } : expected(field, 'the smaller number first');
}

export const TODAY = 'today';

/** First and last day of `2026-12-01`, `2026-12` or `2026`; null when there is no such day. */
export function daysOf(text: string): { first: Date; last: Date } | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (!year) return null;
  const first = bareDate(Number(year), Number(month ?? 1), Number(day ?? 1));
  if (!first || day) return first && { first, last: first };
  const end = Date.UTC(Number(year), month ? Number(month) : 12, 0);
  return { first, last: new Date(end) };
}

const isDay = (text: string): boolean => text === TODAY || daysOf(text) !== null;

function readDay(field: Field, text: string): Test | Unread {
  const missing = expected(field, 'a day, month or year that exists, between 1900 and 2200');
  const range = splitRange(text.toLowerCase());
  if (!range) {
    const { by, rest } = splitComparison(text.toLowerCase());
    return isDay(rest) ? { kind: 'day', by, value: rest } : missing;
  }
  const [from, to] = range;
  if ([from, to].some((end) => end !== '' && !isDay(end)) || (from === '' && to === '')) return missing;
  if (from === '') return { kind: 'day', by: '<=', value: to };
  if (to === '') return { kind: 'day', by: '>=', value: from };
  const [start, end] = [daysOf(from), daysOf(to)];
  const isTurned = start && end && start.first > end.last;
  return isTurned ? expected(field, 'the earlier day first') : { kind: 'days', from, to };
}
