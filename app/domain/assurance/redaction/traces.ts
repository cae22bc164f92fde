import type { Json } from '../pack/pack';
import { leavesOf } from './redaction';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/;
/** Shorter ones, and smaller numbers, stand everywhere and tell nothing. */
const SHORTEST_TEXT = 3;
const SHORTEST_WORD = 12;
const SMALLEST_NUMBER = 1000;
/** Numbers that count and tell nothing. */
const COUNTER = /(^|\/)(position|number|revision|size|version)$/;

/** Something that is withheld, as it could stand elsewhere. */
export type Trace = { text: string } | { number: number };

/** Of a whole record a single short word is one of a list, such as a state. */
const isTelling = (text: string, whole: boolean): boolean =>
  text.length >= SHORTEST_TEXT &&
  (!whole || /\s/.test(text) || text.length >= SHORTEST_WORD) &&
  !UUID.test(text) &&
  !INSTANT.test(text);

/** What to look for elsewhere: a passage, the values of a field, or what whole records say. */
export function tracesOf(value: Json, { whole }: { whole: boolean }): Trace[] {
  const texts = new Map<string, Trace>();
  for (const { field, value: leaf } of leavesOf(value)) {
    if (typeof leaf === 'string' && isTelling(leaf.trim(), whole)) texts.set(leaf, { text: leaf.trim() });
    if (typeof leaf === 'number' && Math.abs(leaf) >= SMALLEST_NUMBER && !COUNTER.test(field))
      texts.set(String(leaf), { number: leaf });
  }
  return [...texts.values()];
}

const escaped = (text: string): string =>
  text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`);

const HTML: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The words as they are, and as they stand within JSON, an address or a page. */
function formsOf(text: string): string[] {
  const plain = text.normalize('NFC');
  const inAddress = encodeURIComponent(plain.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
  return [
    plain,
    JSON.stringify(plain).slice(1, -1),
    inAddress,
    inAddress.replaceAll('%20', '+'),
    plain.replaceAll(/[&<>"']/g, (sign) => HTML[sign] ?? sign),
  ];
}

/** An amount is held in pence and told in pounds, with or without a comma. */
function amountsOf(number: number): number[] {
  return [number, number / 100];
}

const figuresOf = (number: number): string[] =>
  amountsOf(number).flatMap((amount) => [
    String(amount),
    amount.toLocaleString('en-GB'),
    amount.toLocaleString('en-GB', { minimumFractionDigits: 2 }),
    amount.toFixed(2),
  ]);

/** Finds traces in texts and numbers, whatever their case or spaces. */
export interface Finder {
  hits: (leaf: string | number) => boolean;
  without: (leaf: string | number, mark: string) => string | number;
}

export function finderOf(traces: readonly Trace[]): Finder {
  const words = traces.flatMap((trace) => ('text' in trace ? formsOf(trace.text) : []));
  const figures = traces.flatMap((trace) => ('number' in trace ? figuresOf(trace.number) : []));
  const amounts = new Set(traces.flatMap((trace) => ('number' in trace ? amountsOf(trace.number) : [])));
  const longest = (list: string[]) => [...new Set(list)].toSorted((a, b) => b.length - a.length).map(escaped);
  const alternatives = [
    ...longest(words),
    ...longest(figures).map((figure) => String.raw`(?<![\d.,])${figure}(?![\d]|[.,]\d)`),
  ];
  const pattern = alternatives.length === 0 ? null : new RegExp(alternatives.join('|'), 'giu');
  const hits = (leaf: string | number): boolean => {
    if (typeof leaf === 'number') return amounts.has(leaf);
    return pattern !== null && leaf.normalize('NFC').search(pattern) >= 0;
  };
  return {
    hits,
    without: (leaf, mark) => {
      if (!hits(leaf)) return leaf;
      return typeof leaf === 'number' || !pattern ? mark : leaf.normalize('NFC').replace(pattern, () => mark);
    },
  };
}
