import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  byThreat,
  HARM_HEADS,
  HARM_KIND_NAMES,
  harmFields,
  showHarm,
  showPounds,
  wrongInHarm,
  type HarmKind,
  type ThreatFigure,
} from './harm-figure';

const NOW = new Date('2026-11-23T12:00:00Z');
const good = {
  ...{ kind: 'deaths' as HarmKind, area: 'fraud', otherThreat: '', value: 10, note: '', year: 2024 },
};

describe('what is wrong in a figure of harm', () => {
  test.each<[string, Partial<typeof good>, string | null, string | null]>([
    ['of an area', {}, null, null],
    ['of another threat', { area: '', otherThreat: 'Terrorism' }, null, null],
    ['of neither', { area: '' }, 'ThreatIsUnclear', 'area'],
    ['of both', { otherThreat: 'Terrorism' }, 'ThreatIsUnclear', 'area'],
    ['of nothing', { value: 0 }, null, null],
    ['just below nothing', { value: -0.0001 }, 'FigureIsNegative', 'value'],
    ['at the largest', { value: 1e12 }, null, null],
    ['more than a hundred deaths', { value: 101 }, null, null],
    ['more than a hundred pounds', { kind: 'economy', value: 101 }, null, null],
    ['a share of nobody', { kind: 'attitude', value: 0, note: 'Q?' }, null, null],
    ['a share of all', { kind: 'attitude', value: 100, note: 'Q?' }, null, null],
    ['a share of more than all', { kind: 'attitude', value: 100.1, note: 'Q?' }, 'ShareIsTooLarge', 'value'],
    ['a share without its question', { kind: 'attitude', value: 62 }, 'QuestionIsMissing', 'note'],
    ['a negative share without its question', { kind: 'attitude', value: -1 }, 'FigureIsNegative', 'value'],
    ['people without a note', { kind: 'people' }, null, null],
    ['of last year', { year: 2025 }, null, null],
    ['of this year', { year: 2026 }, null, null],
    ['of next year', { year: 2027 }, 'YearIsToCome', 'year'],
  ])('%s', (_name, over, name, field) => {
    const wrong = wrongInHarm({ ...good, ...over }, NOW);
    expect(wrong?.name ?? null).toBe(name);
    expect(Object.keys(wrong?.fields ?? {})).toEqual(field === null ? [] : [field]);
    if (wrong && field) expect(wrong.fields?.[field]).toBe(wrong.message);
  });

  test('a year begins with its first instant', () => {
    expect(wrongInHarm({ ...good, year: 2026 }, new Date('2025-12-31T23:59:59.999Z'))?.name).toBe(
      'YearIsToCome',
    );
    expect(wrongInHarm({ ...good, year: 2026 }, new Date('2026-01-01T00:00:00Z'))).toBeNull();
  });
});

describe('the form of a figure of harm', () => {
  const form = z.strictObject(harmFields);
  const typed = { kind: 'deaths', area: 'fraud', value: '1,240', year: '2023', source: 'Table 7' };
  const errors = (given: object) => {
    const result = form.safeParse(given);
    return result.success ? {} : z.flattenError(result.error).fieldErrors;
  };

  test('says of each field what is missing', () =>
    expect(errors({})).toEqual({
      kind: ['Choose what the figure counts'],
      value: ['Enter the figure'],
      year: ['Enter the year that the figure is of, like 2024'],
      source: ['Enter where the figure comes from: no figure is kept without its source'],
    }));

  test('reads what was typed, and what it read before', () => {
    const once = form.parse(typed);
    expect(once).toEqual({
      ...{ kind: 'deaths', area: 'fraud', otherThreat: '', value: 1240, year: 2023, source: 'Table 7' },
      ...{ address: '', note: '' },
    });
    expect(form.parse(once)).toEqual(once);
    expect(form.parse({ ...typed, estimate: true }).estimate).toBe(true);
  });

  const NO_YEAR = ['Enter the year that the figure is of, like 2024'];
  test.each<[unknown, string[] | undefined]>([
    ['1899', NO_YEAR],
    ['1900', undefined],
    ['2199', undefined],
    ['2200', NO_YEAR],
    [' 2024 ', undefined],
    [2024, undefined],
    [2024.5, NO_YEAR],
    ['2023/24', NO_YEAR],
    ['24', NO_YEAR],
    ['02024', NO_YEAR],
    ['-2024', NO_YEAR],
    ['2024\n2023', NO_YEAR],
    [Number.NaN, NO_YEAR],
    [null, NO_YEAR],
    [['2024'], NO_YEAR],
  ])('the year %j', (year, said) => expect(errors({ ...typed, year })).toEqual(said ? { year: said } : {}));

  const NO_ADDRESS = ['Enter an address that begins with https://'];
  test.each<[string, string[] | undefined]>([
    ['', undefined],
    ['   ', undefined],
    ['https://ons.example/deaths?y=2023#t7', undefined],
    ['HTTP://ONS.EXAMPLE', undefined],
    ['http://a', undefined],
    ['https://', NO_ADDRESS],
    ['https:///deaths', NO_ADDRESS],
    ['https://ons.example/a b', NO_ADDRESS],
    ['ons.example', NO_ADDRESS],
    ['//ons.example', NO_ADDRESS],
    ['javascript:alert(1)//https://a.example', NO_ADDRESS],
    ['data:text/html,<script>', NO_ADDRESS],
    ['ftp://ons.example', NO_ADDRESS],
    [`https://a.example/${'x'.repeat(482)}`, undefined],
    [`https://a.example/${'x'.repeat(483)}`, ['Use 500 characters or fewer for “Address”']],
  ])('the address %j', (address, said) =>
    expect(errors({ ...typed, address })).toEqual(said ? { address: said } : {}),
  );

  test.each([
    ['source', 1000, 'Source'],
    ['note', 1000, 'Note'],
    ['area', 100, 'Threat area'],
    ['otherThreat', 100, 'Another threat'],
  ])('%s takes %i characters and no more', (field, most, called) => {
    expect(errors({ ...typed, [field]: 'x'.repeat(most) })).toEqual({});
    expect(errors({ ...typed, [field]: 'x'.repeat(most + 1) })).toEqual({
      [field]: [`Use ${most.toLocaleString('en-GB')} characters or fewer for “${called}”`],
    });
  });

  test.each(['Deaths', 'toString', '', 'arrests'])('%j is no kind', (kind) =>
    expect(errors({ ...typed, kind })).toEqual({ kind: ['Choose what the figure counts'] }),
  );
});

describe('figures of harm in words', () => {
  test.each([
    [0, '£0'],
    [0.04, '£0'],
    [1, '£1'],
    [1234.56, '£1,234.6'],
    [999_999, '£999,999'],
    [1_000_000, '£1m'],
    [1_040_000, '£1m'],
    [1_060_000, '£1.1m'],
    [999_000_000, '£999m'],
    [1_000_000_000, '£1bn'],
    [37_500_000_000, '£37.5bn'],
    [1e12, '£1,000bn'],
  ])('%d pounds are %s', (pounds, words) => expect(showPounds(pounds)).toBe(words));

  test.each<[HarmKind, number, string]>([
    ['deaths', 0, '0'],
    ['deaths', 1, '1'],
    ['deaths', 1240, '1,240'],
    ['people', 1_500_000, '1,500,000'],
    ['people', 2.25, '2.3'],
    ['economy', 2_000_000, '£2m'],
    ['attitude', 0, '0%'],
    ['attitude', 100, '100%'],
    ['attitude', 33.33, '33.3%'],
  ])('%s %d is %s, and about that where it is an estimate', (kind, value, words) => {
    expect(showHarm({ kind, value, estimate: false })).toBe(words);
    expect(showHarm({ kind, value, estimate: true })).toBe(`about ${words}`);
  });

  test('every kind has a head of its own', () => {
    expect(HARM_KIND_NAMES).toEqual(['deaths', 'people', 'economy', 'attitude']);
    expect(new Set(HARM_KIND_NAMES.map((kind) => HARM_HEADS[kind])).size).toBe(4);
  });
});

describe('figures by threat', () => {
  type Placed = ThreatFigure & { slug: string | null };
  const one = (over: Partial<Placed>): Placed => ({
    ...{ reference: 'R', threat: 'Fraud', slug: 'fraud', kind: 'deaths', value: 1, year: 2020, source: 'S' },
    ...{ address: '', estimate: false, note: '', invented: false, released: true },
    ...over,
  });
  const areas = [
    { slug: 'fraud', name: 'Fraud' },
    { slug: 'drugs', name: 'Drugs' },
  ];

  test('an area without a figure keeps its row, and no figure makes no other threat', () => {
    expect(byThreat(areas, [])).toEqual([
      { threat: 'Fraud', slug: 'fraud', figures: [] },
      { threat: 'Drugs', slug: 'drugs', figures: [] },
    ]);
    expect(byThreat([], [])).toEqual([]);
  });

  test('another threat by the name of an area stands by itself', () => {
    const rows = byThreat(areas, [one({ reference: 'in' }), one({ reference: 'beside', slug: null })]);
    expect(
      rows.map(({ threat, slug, figures }) => [threat, slug, figures.map((of) => of.reference)]),
    ).toEqual([
      ['Fraud', 'fraud', ['in']],
      ['Drugs', 'drugs', []],
      ['Fraud', null, ['beside']],
    ]);
  });

  test('figures of one year come by their source', () => {
    const drawn = [one({ source: 'b' }), one({ source: 'A' }), one({ source: 'c', year: 2021 })];
    expect(byThreat(areas, drawn)[0]?.figures.map(({ source }) => source)).toEqual(['c', 'A', 'b']);
  });

  const anyFigure = fc.record({
    slug: fc.constantFrom('fraud', 'drugs', null),
    threat: fc.constantFrom('War', 'Terrorism', 'Spying'),
    year: fc.integer({ min: 1900, max: 2199 }),
  });
  test('every figure stands once, the latest first, and what was given is left as it was', () => {
    fc.assert(
      fc.property(fc.array(anyFigure, { maxLength: 20 }), (drawn) => {
        const figures = drawn.map((over, index) =>
          one({ ...over, reference: `R${index}`, source: `S${index}` }),
        );
        const before = structuredClone(figures);
        const rows = byThreat(areas, figures);
        const placed = rows.flatMap((row) => row.figures.map(({ reference }) => reference));
        expect([...placed].sort()).toEqual(figures.map(({ reference }) => reference).sort());
        for (const row of rows) {
          const years = row.figures.map(({ year }) => year);
          expect(years).toEqual([...years].sort((a, b) => b - a));
        }
        const others = rows.slice(areas.length).map(({ threat }) => threat);
        expect(others).toEqual([...new Set(others)].sort());
        expect(byThreat(areas, [...figures].reverse())).toEqual(rows);
        expect(figures).toEqual(before);
      }),
    );
  });
});
