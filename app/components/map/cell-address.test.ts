import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { LENSES, mapViewShape, narrows, viewFilters } from '~/domain/insight/map/map-view';
import { MARKS } from '~/domain/insight/map/marks';
import { cellAddress, raiseAddress, type MapAxes } from './cell-address';

const shape = z.strictObject(mapViewShape);
const view = (over: Record<string, unknown> = {}) => shape.parse(over);
const axes = (rows: string, columns: string): MapAxes => ({
  rows: { key: rows, one: 'row' },
  columns: { key: columns, one: 'column' },
});
const at = { row: 'fraud', column: 'prevent' };

describe('the address of a cell', () => {
  test.each([
    ['threatArea', 'strand', '/questions?threat=fraud&strand=prevent&state=asked'],
    ['strand', 'threatArea', '/questions?strand=fraud&threat=prevent&state=asked'],
    ['threatArea', 'enabler', '/questions?threat=fraud&enabler=prevent&state=asked'],
    ['level', 'threatArea', '/questions?level=fraud&threat=prevent&state=asked'],
    ['threatArea', 'hs-2024', '/questions?threat=fraud&priority=prevent&state=asked'],
    [
      'hs-2024',
      'threatArea',
      '/map/records?rows=hs-2024&columns=threatArea&row=fraud&column=prevent&kind=question',
    ],
    ['threatArea', 'threatArea', '/map/records?columns=threatArea&row=fraud&column=prevent&kind=question'],
    ['method', 'strand', '/map/records?rows=method&row=fraud&column=prevent&kind=question'],
    ['threatArea', 'region', '/map/records?columns=region&row=fraud&column=prevent&kind=question'],
  ])('of %s by %s is %s', (rows, columns, address) => {
    expect(cellAddress(view({ rows, columns }), axes(rows, columns), at, 'question')).toBe(address);
  });

  test.each([
    [{ from: '2020' }],
    [{ to: '2020' }],
    [{ on: '2026-01-01' }],
    [{ confidence: 'low' }],
    [{ fresh: 'current' }],
    [{ relevance: '3' }],
    [{ strand: 'pursue' }],
    [{ view: 'released' }],
  ])('of what %j narrows is that of its records, for every mark', (over) => {
    for (const kind of MARKS)
      expect(cellAddress(view(over), axes('threatArea', 'strand'), at, kind)).toMatch(/^\/map\/records\?/);
  });

  test('without a kind is that of all its records', () => {
    expect(cellAddress(view(), axes('threatArea', 'strand'), at)).toBe(
      '/map/records?row=fraud&column=prevent',
    );
  });

  test('that stands in no priority has no list', () => {
    const none = { row: 'fraud', column: 'none' };
    expect(cellAddress(view({ columns: 'hs-2024' }), axes('threatArea', 'hs-2024'), none, 'commission')).toBe(
      '/map/records?columns=hs-2024&row=fraud&column=none&kind=commission',
    );
    expect(cellAddress(view(), axes('threatArea', 'strand'), none, 'commission')).toBe(
      '/questions?threat=fraud&strand=none&state=commissioned',
    );
  });
});

describe('a new question about a cell', () => {
  test.each([
    ['threatArea', 'strand', '/questions/new?threat=fraud&strand=prevent'],
    ['threatArea', 'hs-2024', '/questions/new?threat=fraud&priority=prevent'],
    ['threatArea', 'level', '/questions/new?threat=fraud'],
    ['method', 'enabler', '/questions/new?enabler=prevent'],
    ['method', 'region', '/questions/new?'],
  ])('of %s by %s starts at %s', (rows, columns, address) => {
    expect(raiseAddress(axes(rows, columns), at)).toBe(address);
  });

  test('carries a hostile heading as a value, never as another filter', () => {
    const address = raiseAddress(axes('threatArea', 'strand'), { row: 'a&strand=b#c', column: '"><x' });
    const { searchParams } = new URL(address, 'https://soundings.example');
    expect(Object.fromEntries(searchParams)).toEqual({ threat: 'a&strand=b#c', strand: '"><x' });
  });
});

describe('what an address of the map says', () => {
  test('is nothing where nothing was chosen', () => {
    expect(Object.values(viewFilters(view())).filter((value) => value !== undefined)).toEqual([]);
    expect(narrows(view())).toBe(false);
  });

  test.each([
    [{ rows: 'strand' }, false],
    [{ columns: 'level' }, false],
    [{ view: 'released' }, false],
    [{ from: '1800' }, true],
    [{ to: 2100 }, true],
    [{ relevance: 1 }, true],
    [{ on: '2026-11-21' }, true],
    [{ fresh: 'pastReview' }, true],
    [{ confidence: 'notAppraised' }, true],
    ...LENSES.map((lens): [Record<string, string>, boolean] => [{ [lens]: 'a' }, true]),
  ])('%j narrows: %s', (over, does) => expect(narrows(view(over))).toBe(does));

  test.each([
    { from: '1799' },
    { to: '2101' },
    { from: '2020.5' },
    { relevance: '0' },
    { relevance: '6' },
    { on: '2026-02-30' },
    { on: '21/11/2026' },
    { view: 'all' },
    { confidence: 'none' },
    { fresh: 'stale' },
    { strand: 'a b' },
    { strand: '' },
    { strand: 'a'.repeat(101) },
    { rows: 'x'.repeat(101) },
    { limit: '5' },
  ])('%j is none', (over) => expect(shape.safeParse(over).success).toBe(false));

  test('read again is the same view', () => {
    const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: undefined });
    const drawn = fc.record({
      rows: fc.constantFrom('threatArea', 'strand', 'hs-2024'),
      columns: fc.constantFrom('strand', 'level'),
      view: fc.constantFrom('network', 'released'),
      from: maybe(fc.integer({ min: 1800, max: 2100 })),
      relevance: maybe(fc.integer({ min: 1, max: 5 })),
      enabler: maybe(fc.constantFrom('a', 'B-2')),
      confidence: maybe(fc.constantFrom('low', 'notAppraised')),
    });
    fc.assert(
      fc.property(drawn, (given) => {
        const once = view(given);
        const said = Object.entries(viewFilters(once)).filter(([, value]) => value !== undefined);
        expect(view(Object.fromEntries(said))).toEqual(once);
      }),
    );
  });
});
