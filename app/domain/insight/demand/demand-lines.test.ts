import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demandHeading, demandLines, type DemandCount, type DemandLine } from './demand';
import { periodFrom, periodsBefore, SHOWN, SPANS, type Period } from './periods';
import { BASELINE, chanceOf, changesIn, THRESHOLDS, type Change } from './rate-change';

const periods = periodsBefore(new Date('2026-11-23'), 'month');
const at = (index: number): Period => {
  const period = periods[index];
  if (!period) throw new Error(`no period ${index}`);
  return period;
};
const counted = (index: number, count: number, key: string | null = 'fraud'): DemandCount => ({
  ...{ level: 'heading', key, name: key === null ? null : `The ${key}`, from: at(index).from, count },
});
const inAll = (index: number, count: number): DemandCount => ({
  ...{ level: 'all', key: null, name: null, from: at(index).from, count },
});

describe('lines of demand', () => {
  test('of nothing there is one, in which nothing was asked', () => {
    const { lines, all } = demandLines([], periods, 1000);
    expect(lines).toEqual([]);
    expect(all).toEqual({
      ...{ key: 'all', name: 'All questions, each once', total: 0 },
      ...{ counts: Array<number>(SHOWN).fill(0), changes: Array<null>(SHOWN).fill(null) },
    });
  });

  test('each count stands in its period, and every other is nought', () => {
    const { lines } = demandLines([counted(0, 2), counted(35, 3)], periods, 1000);
    const [fraud] = lines;
    expect(fraud).toMatchObject({ key: 'fraud', name: 'The fraud', total: 5 });
    expect([fraud?.counts[0], fraud?.counts[1], fraud?.counts[35]]).toEqual([2, 0, 3]);
    expect(fraud?.counts).toHaveLength(SHOWN);
  });

  test('what stands under no heading has a line of its own, and is not the line of all', () => {
    const { lines, all } = demandLines([counted(1, 1, null), inAll(1, 1)], periods, 1000);
    expect(lines.map(({ key, name, total }) => [key, name, total])).toEqual([['none', 'Not stated', 1]]);
    expect(all.total).toBe(1);
  });

  test('headings keep the order in which they came; what is outside the periods counts nowhere', () => {
    const elsewhere: DemandCount = { ...counted(0, 9), from: '1999-01-01' };
    const { lines } = demandLines([counted(3, 1, 'b'), counted(1, 1, 'a'), elsewhere], periods, 1000);
    expect(lines.map(({ key, total }) => [key, total])).toEqual([
      ['b', 1],
      ['a', 1],
      ['fraud', 0],
    ]);
  });

  test('a question of two headings is in both, and once in all', () => {
    const { lines, all } = demandLines([counted(5, 1, 'a'), counted(5, 1, 'b'), inAll(5, 1)], periods, 1000);
    expect(lines.map(({ total }) => total)).toEqual([1, 1]);
    expect(all.total).toBe(1);
  });

  test('a total is the sum of its counts, in whatever order they come', () => {
    const figures = fc.uniqueArray(fc.tuple(fc.nat(SHOWN - 1), fc.nat(20)), { selector: ([index]) => index });
    fc.assert(
      fc.property(figures, (given) => {
        const rows = given.map(([index, count]) => counted(index, count));
        const [line] = demandLines(rows, periods, 1000).lines;
        const [turned] = demandLines(rows.toReversed(), periods, 1000).lines;
        expect(line).toEqual(turned);
        expect(line?.total ?? 0).toBe(given.reduce((sum, [, count]) => sum + count, 0));
      }),
    );
  });
});

describe('the heading of demand', () => {
  const change = (direction: 'up' | 'down', first = true): Change => ({
    ...{ direction, first, before: 2, chance: 0.0001 },
  });
  const line = (key: string, changed: Record<number, Change> = {}, total = 5): DemandLine => ({
    ...{ key, name: `The ${key}`, total, counts: Array<number>(SHOWN).fill(0) },
    changes: periods.map((_, index) => changed[index] ?? null),
  });
  const said = (all: DemandLine, ...lines: DemandLine[]) => demandHeading({ lines, all }, periods);

  test.each<[string, DemandLine, DemandLine[]]>([
    ['No question was published in this time', line('all', {}, 0), [line('fraud', { 20: change('up') })]],
    ['Demand held steady', line('all'), [line('fraud')]],
    ['Demand held steady', line('all', { 20: change('up', false) }), []],
    [`Demand rose in ${at(20).name}`, line('all', { 20: change('up') }), []],
    [`Demand fell in ${at(20).name}`, line('all', { 20: change('down') }), []],
    [`Demand on The fraud rose in ${at(20).name}`, line('all'), [line('fraud', { 20: change('up') })]],
    [
      `Demand on The fraud fell in ${at(21).name}`,
      line('all', { 20: change('up') }),
      [line('fraud', { 21: change('down') })],
    ],
    [
      `Demand fell in ${at(30).name}`,
      line('all', { 20: change('up'), 30: change('down'), 31: change('down', false) }),
      [],
    ],
  ])('%s', (heading, all, lines) => expect(said(all, ...lines)).toBe(heading));

  test('of changes in one period all comes first, then the line that stands first', () => {
    const [fraud, drugs] = [line('fraud', { 20: change('up') }), line('drugs', { 20: change('down') })];
    expect(said(line('all', { 20: change('up') }), fraud)).toBe(`Demand rose in ${at(20).name}`);
    expect(said(line('all'), drugs, fraud)).toBe(`Demand on The drugs fell in ${at(20).name}`);
  });
});

describe('periods', () => {
  test.each([
    ['2026-01-01', 'month', '2025-12-01', 'Dec 2025'],
    ['2026-01-31', 'month', '2025-12-01', 'Dec 2025'],
    ['2026-03-31', 'quarter', '2025-10-01', 'Oct to Dec 2025'],
    ['2026-04-01', 'quarter', '2026-01-01', 'Jan to Mar 2026'],
    ['2024-02-29', 'month', '2024-01-01', 'Jan 2024'],
  ] as const)('before %s the last complete %s begins on %s', (today, span, from, name) =>
    expect(periodsBefore(new Date(today), span).at(-1)).toMatchObject({ from, name }),
  );

  test.each([
    ['2026-12-01', 'month', { from: '2026-12-01', until: '2027-01-01', name: 'Dec 2026' }],
    ['2026-10-01', 'quarter', { from: '2026-10-01', until: '2027-01-01', name: 'Oct to Dec 2026' }],
    ['2026-01-01', 'quarter', { from: '2026-01-01', until: '2026-04-01', name: 'Jan to Mar 2026' }],
    ['2026-11-01', 'quarter', null],
    ['2026-1-1', 'month', null],
    ['2026-00-01', 'month', null],
    ['2026-01', 'month', null],
    ['2026-01-01T00:00', 'month', null],
    ['', 'month', null],
    ['soon', 'month', null],
  ] as const)('that of %j per %s', (from, span, period) => expect(periodFrom(from, span)).toEqual(period));

  test('each one shown is found again by its first day, and none runs today', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom(...SPANS), (today, span) => {
        const shown = periodsBefore(today, span);
        for (const period of shown) expect(periodFrom(period.from, span)).toEqual(period);
        expect(Date.parse(shown.at(-1)?.until ?? '')).toBeLessThanOrEqual(today.getTime());
        expect(new Set(shown.map(({ name }) => name)).size).toBe(SHOWN);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the test of a change', () => {
  const counts = fc.array(fc.nat(30), { minLength: 0, maxLength: 40 });

  test('both chances are chances, and together cover every figure', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(300), (count, before) => {
        const { up, down } = chanceOf(count, before);
        expect(up).toBeGreaterThanOrEqual(0);
        expect(up).toBeLessThanOrEqual(1);
        expect(down).toBeGreaterThan(-1e-9);
        expect(up + down).toBeGreaterThan(1 - 1e-9);
      }),
    );
  });

  test('a larger figure is never the likelier of those so large', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(200), (count, before) => {
        const total = before + count;
        const next = chanceOf(count + 1, Math.max(0, total - count - 1));
        if (before > 0) expect(next.up).toBeLessThanOrEqual(chanceOf(count, before).up + 1e-12);
      }),
    );
  });

  test.each([
    [0, 0, 1, 1],
    [1, 0, 1 / 13, 1],
    [0, 1, 1, 12 / 13],
  ])('%i after %i: up %f, down %f', (count, before, up, down) => {
    expect(chanceOf(count, before).up).toBeCloseTo(up, 12);
    expect(chanceOf(count, before).down).toBeCloseTo(down, 12);
  });

  test.each(THRESHOLDS)('at 1 in %i what is called is rarer than that', (threshold) => {
    fc.assert(
      fc.property(counts, (given) => {
        const changes = changesIn(given, threshold);
        expect(changes).toHaveLength(given.length);
        expect(changes.slice(0, BASELINE).every((one) => one === null)).toBe(true);
        for (const one of changes) if (one) expect(one.chance).toBeLessThan(1 / threshold);
      }),
    );
  });

  test('what a stricter reader sees called, every other sees too', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const [often, seldom] = [changesIn(given, 100), changesIn(given, 10_000)];
        for (const [index, one] of seldom.entries())
          if (one) expect(often[index]?.direction).toBe(one.direction);
      }),
    );
  });

  test('later figures change no call that was made', () => {
    fc.assert(
      fc.property(counts, fc.nat(30), (given, more) => {
        expect(changesIn([...given, more], 1000).slice(0, -1)).toEqual(changesIn(given, 1000));
      }),
    );
  });
});
