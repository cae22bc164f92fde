import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setsByKind, type PriorityKind } from './priority-set';
import { addPrioritySetInput, datesOf, prioritiesOf, revisePrioritySetInput } from './strategy-form';
import { showPeriod, showWritten, spanOf, wasInForce } from './written-date';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const anyDay = fc.date({ min: day('1900-01-01'), max: day('2199-12-31'), noInvalidDate: true });
const written = fc
  .tuple(anyDay, fc.constantFrom(4, 7, 10))
  .map(([date, length]) => date.toISOString().slice(0, length));

describe('a date as a source writes it', () => {
  test('spans all the days that it may mean and no other', () => {
    fc.assert(
      fc.property(written, (text) => {
        const span = spanOf(text);
        expect(span).not.toBeNull();
        if (!span) return;
        expect(span.first <= span.last).toBe(true);
        expect(span.first.toISOString().startsWith(text)).toBe(true);
        expect(span.last.toISOString().startsWith(text)).toBe(true);
        const after = new Date(span.last.getTime() + 86_400_000).toISOString();
        expect(after.startsWith(text)).toBe(false);
      }),
    );
  });

  test.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025-02', '2025-02-01', '2025-02-28'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    [' 2024-12 ', '2024-12-01', '2024-12-31'],
  ])('%j is from %s to %s', (text, first, last) => {
    expect(spanOf(text)).toEqual({ first: day(first), last: day(last) });
  });

  test.each([
    '',
    '24',
    '2024-2',
    '2024-13',
    '2024-00',
    '2025-02-29',
    '2024-02-30',
    '2024/02',
    '2024-02-',
    'May 2024',
    '２０２４',
  ])('%j is none', (text) => expect(spanOf(text)).toBeNull());

  test('is never shown more exactly than it is known', () => {
    expect(['2028', '2013-10', '2026-11-21'].map(showWritten)).toEqual([
      '2028',
      'October 2013',
      '21 November 2026',
    ]);
    expect(showWritten('about then')).toBe('about then');
    expect(showPeriod('2013-10', '2018-11')).toBe('October 2013 to November 2018');
    expect(showPeriod('2023', null)).toBe('2023 onwards');
    fc.assert(
      fc.property(written, (text) => {
        if (text.length === 4) expect(showWritten(text)).toBe(text);
        if (text.length === 7) expect(showWritten(text)).toMatch(/^[A-Z][a-z]+ \d{4}$/);
      }),
    );
  });
});

describe('the stored dates', () => {
  test('begin with the first day that may be meant and end with the last', () => {
    fc.assert(
      fc.property(written, written, (start, end) => {
        const dates = datesOf(start, end);
        const [from, to] = [spanOf(start), spanOf(end)];
        if (!from || !to) throw new Error('both are dates');
        if (to.last < from.first) expect(dates).toBeNull();
        else expect(dates).toMatchObject({ startsOn: from.first, endsOn: to.last, endsWritten: end });
      }),
    );
  });

  test('have no end where none is known', () => {
    expect(datesOf('2026', '')).toMatchObject({ endsOn: null, endsWritten: null });
  });

  test('may begin and end in the same written year, whatever the day', () => {
    expect(datesOf('2026-11', '2026')).not.toBeNull();
    expect(datesOf('2026', '2026-01')).not.toBeNull();
    expect(datesOf('2026-11', '2026-10')).toBeNull();
  });

  test('hold on both their ends and on no day outside', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (one, two, other) => {
        const [startsOn, endsOn] = one <= two ? [one, two] : [two, one];
        expect(wasInForce({ startsOn, endsOn }, startsOn)).toBe(true);
        expect(wasInForce({ startsOn, endsOn }, endsOn)).toBe(true);
        expect(wasInForce({ startsOn, endsOn }, other)).toBe(startsOn <= other && other <= endsOn);
        expect(wasInForce({ startsOn, endsOn: null }, other)).toBe(startsOn <= other);
      }),
    );
  });
});

describe('lists of one kind on a day', () => {
  const aSet = fc.record({
    kind: fc.constantFrom<PriorityKind>('threat', 'outcome', 'system', 'policing'),
    startsOn: anyDay,
    years: fc.option(fc.integer({ min: 0, max: 30 })),
  });

  test('are all those in force; a former one is named only where none is', () => {
    fc.assert(
      fc.property(fc.array(aSet, { maxLength: 8 }), anyDay, (drawn, today) => {
        const sets = drawn.map(({ kind, startsOn, years }) => ({
          kind,
          startsOn,
          endsOn: years === null ? null : new Date(startsOn.getTime() + years * 365 * 86_400_000),
          standing: 'current' as const,
        }));
        const kinds = setsByKind(sets, today);
        expect(kinds.map(({ kind }) => kind)).toEqual(['threat', 'outcome', 'system', 'policing']);
        for (const { kind, current, last } of kinds) {
          expect(current).toEqual(sets.filter((set) => set.kind === kind && wasInForce(set, today)));
          if (current.length > 0) expect(last).toBeNull();
          const ended = sets.filter((set) => set.kind === kind && set.endsOn !== null && set.endsOn < today);
          if (current.length === 0) expect(last === null).toBe(ended.length === 0);
          if (last) for (const one of ended) expect(last.startsOn >= one.startsOn).toBe(true);
        }
      }),
    );
  });
});

describe('the forms', () => {
  test('take one priority a line, without the empty ones', () => {
    expect(prioritiesOf(' One \n\n\tTwo\n')).toEqual(['One', 'Two']);
    expect(prioritiesOf(' \n ')).toEqual([]);
  });

  test('parsed again are the same', () => {
    const typed = {
      document: ' Interim aims\r\nof the board ',
      kind: 'outcome',
      startsWritten: '2026-10',
      priorities: 'One\r\nTwo',
      changeNote: 'New',
    };
    const once = addPrioritySetInput.parse(typed);
    expect(once).toMatchObject({
      document: 'Interim aims\nof the board',
      priorities: 'One\nTwo',
      endsWritten: '',
    });
    expect(addPrioritySetInput.parse(once)).toEqual(once);
  });

  test('take no field that they do not have', () => {
    const sent = {
      reference: 'x',
      revision: '1',
      startsWritten: '2026',
      changeNote: 'x',
      standing: 'current',
    };
    expect(revisePrioritySetInput.safeParse(sent).success).toBe(false);
  });
});
