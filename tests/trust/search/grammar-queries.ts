import { CHOICES, FIELDS, FORMULAS, type Field } from '~/domain/matching/language/fields';
import type { Draw } from './draw';

/** What queries are drawn from: words, and values by field that hit something in the world that is asked. */
export interface Stock {
  words: readonly string[];
  values: Partial<Record<string, readonly string[]>>;
}

export const COMMON: Stock = {
  words: [
    'fraud',
    'ports',
    'insiders',
    'the',
    'harbour',
    'lamp',
    'kite',
    'quay',
    'weir',
    'interviews',
    'night',
    'détente',
  ],
  values: {
    threat: ['fraud', 'cyber', 'cyber-crime', 'illegal-drugs', '"economic crime"', 'none'],
    author: ['me', 'moyle', '"Wanda Ritter"'],
    'rated-by': ['me', 'rower'],
    team: ['me', 'quay', '"Quay analysts"'],
    organisation: ['me', 'harbour', '"Tidal College"'],
    priority: ['"follow the money"', 'none', 'H7K4-QXM2'],
    route: ['funding-call', 'commissioned', '"expert advice request"'],
    region: ['london', 'none'],
    language: ['albanian'],
  },
};

const COMPARISONS = ['', '=', '<', '<=', '>', '>='] as const;
const DAYS = ['2026-11-21', '2026-12', '2026', '2027-03-01', '2020', 'today'];
const TERMS = ['prevent', 'pursue', 'borders', 'none', 'ethnography', 'economics', 'local', 'national'];

/** A query of the grammar, written as somebody would write it. */
export function grammarQuery(draw: Draw, stock: Stock = COMMON): string {
  return level(draw, stock, 3).slice(0, 400);
}

/** A short query of what the stock holds alone, so that most of them concern what it is about. */
export function pointedQuery(draw: Draw, stock: Stock): string {
  const first = pointedTerm(draw, stock);
  const others = draw.times(
    0,
    2,
    () => draw.of([' ', ' OR ', ' AND ', ' AND NOT ']) + pointedTerm(draw, stock),
  );
  return first + others.join('');
}

function pointedTerm(draw: Draw, stock: Stock): string {
  const minus = draw.chance(0.2) ? '-' : '';
  const fields = Object.keys(stock.values);
  if (fields.length === 0 || draw.chance(0.3)) return minus + draw.of(stock.words);
  if (draw.chance(0.1)) return minus + formula(draw);
  const field = draw.of(fields);
  return `${minus}${field}:${draw.of(stock.values[field] ?? [])}`;
}

function level(draw: Draw, stock: Stock, depth: number): string {
  if (depth === 0 || draw.chance(0.35)) return row(draw, stock);
  const sign = draw.of([' AND ', ' OR ', ' ', ' AND NOT ', ' OR NOT ', ' -']);
  const parts = draw.times(2, 3, () => grouped(draw, level(draw, stock, depth - 1)));
  return parts.join(sign);
}

const grouped = (draw: Draw, text: string): string =>
  draw.chance(0.5) ? `${draw.of(['', '', 'NOT ', '-'])}(${text})` : text;

const row = (draw: Draw, stock: Stock): string => draw.times(1, 3, () => term(draw, stock)).join(' ');

function term(draw: Draw, stock: Stock): string {
  const minus = draw.chance(0.15) ? draw.of(['-', 'NOT ']) : '';
  const kind = draw.next();
  if (kind < 0.35) return minus + draw.of(stock.words);
  if (kind < 0.45) return `${minus}"${draw.times(1, 3, () => draw.of(stock.words)).join(' ')}"`;
  if (kind < 0.55) return minus + formula(draw);
  const field = draw.of(FIELDS);
  return `${minus}${field.name}:${value(draw, stock, field)}`;
}

const formula = (draw: Draw): string =>
  `${draw.of(Object.keys(FORMULAS))}(relevance)${draw.of(['<', '<=', '>', '>=', '='])}${draw.below(6)}`;

function value(draw: Draw, stock: Stock, field: Field): string {
  const known = stock.values[field.name];
  if (known && draw.chance(0.8)) return draw.of(known);
  const several = (from: readonly string[]) => draw.times(1, 3, () => draw.of(from)).join(',');
  switch (field.kind) {
    case 'number':
    case 'money':
      return amount(
        draw,
        field.name === 'year' ? 2018 + draw.below(9) : draw.below(field.kind === 'money' ? 200_000 : 6),
      );
    case 'day':
      return draw.chance(0.3) ? `${draw.of(DAYS)}..${draw.of(DAYS)}` : draw.of(COMPARISONS) + draw.of(DAYS);
    case 'choice':
      return several([...(CHOICES[field.name] ?? []), ...(field.mayBeNone ? ['none'] : [])]);
    case 'yesNo':
      return draw.of(['yes', 'no']);
    case 'own':
      return 'me';
    case 'term':
      return several(TERMS);
    case 'name':
    case 'person':
      return several(['me', 'a', '"an e"', 'none']);
  }
}

const amount = (draw: Draw, number: number): string =>
  draw.chance(0.3) ? `${number}..${number + draw.below(5)}` : draw.of(COMPARISONS) + number;
