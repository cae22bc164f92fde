import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysOf, MOST_VALUES, plainNumber, readTest, Unread } from './field-values';
import { CHOICES, fieldCalled, FIELDS, type Field } from './fields';
import { printTest } from './query-tree';

function field(name: string): Field {
  const found = fieldCalled(name);
  if (!found) throw new Error(`there is no field ${name}`);
  return found;
}
const bare = (...texts: string[]) => texts.map((text) => ({ text, quoted: false }));
const quoted = (...texts: string[]) => texts.map((text) => ({ text, quoted: true }));
const read = (name: string, ...texts: string[]) => readTest(field(name), bare(...texts));
const why = (name: string, ...texts: string[]) => {
  const answer = read(name, ...texts);
  return answer instanceof Unread ? answer.why : answer;
};
const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe('a number', () => {
  test.each<[string, number | null, number | null]>([
    // As it is typed, as a number, as money.
    ['0', 0, 0],
    ['007', 7, 7],
    ['3.5', 3.5, 3.5],
    ['3.12345', null, null],
    ['50k', null, 50_000],
    ['£1.5M', null, 1_500_000],
    ['£20', null, 20],
    ['99999999999', 99_999_999_999, 99_999_999_999],
    ['999999999999', null, null],
    ['100000000k', null, null],
    ['-1', null, null],
    ['1e3', null, null],
    ['1,000', null, null],
    ['.5', null, null],
    ['5.', null, null],
    ['', null, null],
    ['٣', null, null],
  ])('%j is %j, as money %j', (text, number, money) => {
    expect([plainNumber(text), plainNumber(text, true)]).toEqual([number, money]);
  });

  test('of four decimals is read as it is printed, and is the same in thousands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), (parts) => {
        const value = parts / 10_000;
        const text = value.toFixed(4);
        expect(plainNumber(text)).toBe(value);
        expect(plainNumber(`${text}k`, true)).toBeCloseTo(parts / 10, 6);
      }),
    );
  });

  test.each([
    ['>=3', { kind: 'number', by: '>=', value: 3 }],
    ['<3', { kind: 'number', by: '<', value: 3 }],
    ['=3', { kind: 'number', by: '=', value: 3 }],
    ['3', { kind: 'number', by: '=', value: 3 }],
    ['> 3', { kind: 'number', by: '>', value: 3 }],
    ['2..4', { kind: 'numbers', from: 2, to: 4 }],
    ['3..3', { kind: 'numbers', from: 3, to: 3 }],
    ['2..', { kind: 'number', by: '>=', value: 2 }],
    ['..0', { kind: 'number', by: '<=', value: 0 }],
  ])('%s is a condition', (text, condition) => {
    expect(read('rated', text)).toEqual(condition);
  });

  test.each([
    ['..', 'a number'],
    ['many', 'a number'],
    ['>', 'a number'],
    ['>>3', 'a number'],
    ['1..many', 'a number'],
    ['1..2..3', 'a number'],
    ['>=1..3', 'a number'],
    ['4..2', 'the smaller number first'],
    ['50k', 'a number'],
  ])('%s is none', (text, what) => {
    expect(why('rated', text)).toBe(`“rated:” takes ${what}, as in rated:>3`);
  });
});

describe('a day', () => {
  test.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2026-12', '2026-12-01', '2026-12-31'],
    ['2026-11-22', '2026-11-22', '2026-11-22'],
    ['2028-02-29', '2028-02-29', '2028-02-29'],
  ])('%s goes from %s to %s', (text, first, last) => {
    expect(daysOf(text)).toEqual({ first: day(first), last: day(last) });
  });

  test.each(['2026-02-29', '2026-13', '2026-00', '2026-11-31', '26', '2026-1', '2026-11-22T10', '1066', ''])(
    '%j is no day',
    (text) => {
      expect(daysOf(text)).toBeNull();
      expect(why('closes', `>${text}`)).toContain('takes a day, month or year that exists');
    },
  );

  test('every day from 1900 on is its own first and last, within its month and its year', () => {
    const days = fc.date({ min: day('1900-01-01'), max: day('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (drawn) => {
        const text = drawn.toISOString().slice(0, 10);
        const [itself, month, year] = [text, text.slice(0, 7), text.slice(0, 4)].map(daysOf);
        expect(itself).toEqual({ first: day(text), last: day(text) });
        for (const wider of [month, year]) {
          expect(Number(wider?.first)).toBeLessThanOrEqual(Number(day(text)));
          expect(Number(wider?.last)).toBeGreaterThanOrEqual(Number(day(text)));
        }
        expect(Number(year?.last) - Number(year?.first)).toBeGreaterThanOrEqual(364 * 86_400_000);
      }),
    );
  });

  test.each([
    ['TODAY', { kind: 'day', by: '=', value: 'today' }],
    ['<=2026-12', { kind: 'day', by: '<=', value: '2026-12' }],
    ['today..', { kind: 'day', by: '>=', value: 'today' }],
    ['..2026', { kind: 'day', by: '<=', value: '2026' }],
    ['2026..2026', { kind: 'days', from: '2026', to: '2026' }],
    // Whether today comes before or after is not known when it is read.
    ['2030..today', { kind: 'days', from: '2030', to: 'today' }],
  ])('%s is a condition', (text, condition) => {
    expect(read('closes', text)).toEqual(condition);
  });

  test.each([
    ['2027..2026', 'the earlier day first'],
    ['..', 'a day, month or year that exists, between 1900 and 2200'],
    ['2026..soon', 'a day, month or year that exists, between 1900 and 2200'],
    ['tomorrow', 'a day, month or year that exists, between 1900 and 2200'],
  ])('%s is none', (text, what) => {
    expect(why('closes', text)).toBe(`“closes:” takes ${what}, as in closes:<2026-12-01`);
  });
});

describe('values', () => {
  test('are without spaces around them, in lower case where they are terms, and stand once', () => {
    expect(read('threat', ' Fraud ', 'fraud', 'Modern   Slavery', '  ')).toEqual({
      kind: 'among',
      values: ['fraud', 'modern slavery'],
    });
    expect(read('team', 'ME', 'Home Office')).toEqual({ kind: 'among', values: ['me', 'Home Office'] });
  });

  test('are so many at most', () => {
    const many = Array.from({ length: MOST_VALUES + 1 }, (_, place) => `t${place}`);
    expect(why('threat', ...many)).toContain(`takes ${MOST_VALUES} values or fewer`);
    expect(read('threat', ...many.slice(1))).toMatchObject({ values: many.slice(1) });
  });

  test('with a sign are comparisons, unless they are quoted', () => {
    expect(why('threat', 'fraud', '>cyber')).toContain('takes no comparison');
    expect(readTest(field('team'), quoted('>the rest'))).toEqual({ kind: 'among', values: ['>the rest'] });
  });

  test('of every field are asked for where there are none', () => {
    for (const one of FIELDS) {
      expect(why(one.name)).toBe(`“${one.name}:” takes a value, as in ${one.example}`);
      expect(why(one.name, ' ', '')).toBe(why(one.name));
    }
  });

  test('may be none where the table says so', () => {
    for (const one of FIELDS) {
      const answer = read(one.name, 'None');
      if (one.mayBeNone) expect(answer, one.name).toEqual({ kind: 'among', values: ['none'] });
      else if (one.kind === 'number' || one.kind === 'yesNo' || one.kind === 'choice' || one.kind === 'own')
        expect(answer, one.name).toBeInstanceOf(Unread);
    }
    expect(why('year', 'none', '2020')).toContain('one number or a range');
  });

  test('of a choice are its own words alone', () => {
    for (const [name, words = []] of Object.entries(CHOICES))
      for (const word of words) {
        const answer = read(name, word.toUpperCase());
        expect(answer).toEqual({ kind: 'among', values: [word] });
        if (!(answer instanceof Unread)) expect(printTest(answer)).toBe(word);
        expect(read(name, `${word}xyz`)).toBeInstanceOf(Unread);
      }
  });
});

describe('what was meant', () => {
  test.each([
    ['type:reviw,impact', 'reviw', 'review', 'type:review,impact'],
    ['TYPE:REVIW', 'reviw', 'review', 'TYPE:review'],
    ['state:open,opn', 'opn', 'open', 'state:open,open'],
    ['type:"re viw"', 'reviw', 'review', 'type:"re viw"'],
  ])('in %s by %s is %s', (text, typed, instead, meant) => {
    expect(new Unread('why', { typed, instead }).meantIn(text)).toBe(meant);
  });

  test('stands as it was typed where nothing is known of it', () => {
    expect(new Unread('why').meantIn('year:soon')).toBe('year:soon');
  });

  test('is told with the nearest word', () => {
    const answer = read('confidence', 'hihg');
    expect(answer).toMatchObject({ meant: { typed: 'hihg', instead: 'high' } });
    expect(why('confidence', 'hihg')).toBe('“confidence:” knows no “hihg”. The nearest is confidence:high');
  });
});
