import { describe, expect, test } from 'vitest';
import type { SummaryContent } from '../summary';
import {
  faultIn,
  FIELDS_OF,
  filled,
  LETTER_FIELDS,
  letterKind,
  LETTER_KIND_NAMES,
  valuesOf,
  type LetterFacts,
} from './letter-template';

const content = (over: Partial<SummaryContent> = {}): SummaryContent => ({
  outcome: 'notAwarded',
  reason: '',
  criteria: [],
  quality: '80',
  price: '100',
  total: '86',
  amount: 6_000_000,
  rank: 2,
  ranked: 3,
  ...over,
});
const facts = (over: Partial<LetterFacts> = {}): LetterFacts => ({
  bidder: 'Kelp',
  bid: 'AAAA2222',
  question: 'Who recruits?',
  team: 'Ports',
  content: content(),
  reserve: null,
  ended: null,
  ...over,
});
const until = new Date('2027-01-31T00:00:00Z');

describe('a template', () => {
  test.each([
    ['winner', 'Dear {{bidder}}, {{ amount }}', null],
    ['winner', 'Plain text with } and { in it', null],
    ['winner', '{{winner}}', 'There is no field {{winner}}'],
    ['winner', '{{constructor}}', 'There is no field {{constructor}}'],
    ['winner', '{{__proto__}}', 'There is no field {{__proto__}}'],
    ['winner', '{{}}', 'There is no field {{}}'],
    ['winner', '{{place}}', 'The field {{place}} says nothing in a letter to a winner'],
    ['reserve', '{{place}} until {{until}}', null],
    [
      'excluded',
      '{{total}}',
      'The field {{total}} says nothing in a letter to a bidder whose bid was excluded',
    ],
    ['winner', 'Dear {{bidder', 'A field begins with {{ and ends with }}'],
    ['winner', '{{{bidder}}}', null],
    ['winner', '{{bid{{bidder}}', 'A field begins with {{ and ends with }}'],
    ['winner', 'bidder}}', 'A field begins with {{ and ends with }}'],
    ['winner', '${process.env}', null],
  ] as const)('%s: %s', (kind, text, fault) => {
    expect(faultIn(kind, text)).toBe(fault);
  });

  test('may name every field that its kind has', () => {
    for (const kind of LETTER_KIND_NAMES)
      expect(faultIn(kind, FIELDS_OF[kind].map((field) => `{{${field}}}`).join(' '))).toBeNull();
    expect(new Set(Object.values(FIELDS_OF).flat())).toEqual(new Set(Object.keys(LETTER_FIELDS)));
  });
});

describe('a letter', () => {
  test.each<[string, Partial<LetterFacts>, string]>([
    ['an award', { content: content({ outcome: 'awarded' }) }, 'winner'],
    ['an award that ended', { content: content({ outcome: 'awarded' }), ended: 'Upheld.' }, 'withdrawn'],
    ['a place in reserve', { reserve: { position: 1, until } }, 'reserve'],
    ['nothing', {}, 'unsuccessful'],
    ['no suitable bid', { content: content({ outcome: 'noneSuitable' }) }, 'unsuccessful'],
    ['exclusion', { content: content({ outcome: 'excluded' }), reserve: { position: 1, until } }, 'excluded'],
  ])('about %s', (_what, over, kind) => {
    expect(letterKind(facts(over))).toBe(kind);
  });

  test('says what its bid has, in words where it has none', () => {
    const text = '{{bidder}} {{amount}} {{total}} {{rank}}/{{ranked}} {{place}} {{until}}';
    expect(filled(text, valuesOf(facts({ reserve: { position: 2, until } })))).toBe(
      'Kelp £60,000 86 2/3 2 31 January 2027',
    );
    const bare = facts({ content: content({ amount: null, total: null, quality: null, rank: null }) });
    expect(filled('{{amount}}, {{total}}, {{rank}}', valuesOf(bare))).toBe(
      'not scored, no total, not ranked',
    );
  });

  test('never reads as a field what was filled in', () => {
    const values = valuesOf(facts({ bidder: '{{reason}} $& $1', ended: 'a secret' }));
    expect(filled('Dear {{bidder}}', values)).toBe('Dear {{reason}} $& $1');
  });
});
