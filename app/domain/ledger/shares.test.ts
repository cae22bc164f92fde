import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nobody, someone } from '../../../tests/support/factories/actors';
import { overseasTwice, ratioOf, showRatio } from './alignment/alignment';
import { showBig } from './big-money';
import { showCost } from './cost-words';
import { mayKeepMoney, mayReadMoney } from './ledger-policy';
import { penceOf, wrongInLine, type LineInput } from './line-form';
import { COLUMN_NAMES, readLines, rowsOf } from './lines-file';
import {
  alertsOf,
  fractionOf,
  sharesOf,
  showAlert,
  showPart,
  showShare,
  titleOf,
  type Band,
  type Part,
} from './shares';

const part = (key: string | null, amount: number): Part => ({
  key,
  name: key ?? 'Unattributed',
  amount,
  lines: 1,
});
const band = (key: string, low: number, high: number): Band => ({
  ...{
    key,
    name: key,
    low,
    high,
    holdsFrom: new Date('2026-04-01'),
    owner: 'Home Office',
    reason: 'Strategy',
  },
});

describe('shares', () => {
  const shares = sharesOf([part('Pursue', 79), part(null, 17), part('Prevent', 4), part('Protect', 0)]);

  test('79 % and 4 % leave 17 % that nobody splits', () => {
    expect(shares.map(({ name, share }) => [name, showShare(share)])).toEqual([
      ['Pursue', '79%'],
      ['Prevent', '4%'],
      ['Protect', '0%'],
      ['Unattributed', '17%'],
    ]);
    expect(titleOf(shares)).toBe('Pursue takes 79%, Prevent 4%; 17% is unattributed');
  });

  test('outside of its band each is named with its side; the ends of a band are within', () => {
    const bands = [
      band('Pursue', 40, 79),
      band('Prevent', 10, 25),
      band('Protect', 5, 10),
      band('gone', 1, 2),
    ];
    expect(alertsOf(shares, bands).map(showAlert)).toEqual([
      'Prevent takes 4%, below its band of 10% to 25%',
      'Protect takes 0%, below its band of 5% to 10%',
    ]);
    expect(alertsOf(shares, [band('Pursue', 10, 78.9)]).map(({ side }) => side)).toEqual(['above']);
    expect(alertsOf([], bands)).toEqual([]);
    expect(alertsOf(sharesOf([part('Pursue', 0)]), [band('Pursue', 1, 2)])).toEqual([]);
  });

  test.each([
    [null, 'Nothing to share'],
    [100 / 6, '16.7%'],
    [0.01, 'less than 0.1%'],
    [99.99, 'more than 99.9%'],
    [100, '100%'],
    [0, '0%'],
  ])('%j reads %s', (share, words) => expect(showShare(share)).toBe(words));

  test('come to the whole, and each to its part', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 }), (amounts) => {
        const all = sharesOf(amounts.map((amount, index) => part(index === 0 ? null : `p${index}`, amount)));
        const whole = amounts.reduce((sum, one) => sum + one, 0);
        if (whole === 0) expect(all.every(({ share }) => share === null)).toBe(true);
        else expect(all.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(100, 6);
        expect(all.at(-1)?.key).toBeNull();
      }),
    );
  });

  test.each([
    [10, 60, 'one sixth'],
    [1, 2, 'one half'],
    [2, 3, 'two thirds'],
    [9, 10, 'nine tenths'],
    [1, 11, null],
    [0, 5, null],
    [5, 5, null],
    [5, 0, null],
  ])('%i of %i is %j', (one, whole, words) => expect(fractionOf(one, whole)).toBe(words));

  test('titles say when there is nothing to say', () => {
    expect(titleOf(sharesOf([]))).toBe('No money is recorded');
    expect(titleOf(sharesOf([part(null, 5)]))).toBe('No money is attributed');
    expect(titleOf(sharesOf([part('Pursue', 5)]))).toBe('Pursue takes 100%');
    expect(showPart(100, 600, showBig)).toBe('£1 of £6, 16.7% (one sixth)');
  });
});

describe('alignment', () => {
  test('40 on priorities and 60 elsewhere are 0.40', () => {
    expect(showRatio({ onPriorities: 40, elsewhere: 60, untagged: 0 })).toBe('0.40');
    expect(showRatio({ onPriorities: 40, elsewhere: 35, untagged: 25 })).toBe('0.40');
    expect(ratioOf({ onPriorities: 0, elsewhere: 0, untagged: 0 })).toBeNull();
  });

  test.each([
    [999, 1, 'more than 0.99'],
    [1, 999, 'less than 0.01'],
    [1, 0, '1.00'],
    [0, 1, '0.00'],
    [0, 0, 'Nothing to compare'],
  ])('%i on and %i elsewhere: %s', (onPriorities, elsewhere, words) =>
    expect(showRatio({ onPriorities, elsewhere, untagged: 0 })).toBe(words),
  );

  test('the share overseas comes to the same by marks and by types', () => {
    const types = [
      { overseas: 30, amount: 40 },
      { overseas: 0, amount: 60 },
    ];
    expect(overseasTwice({ overseas: 30, all: 100 }, types)).toEqual({ byMark: 30, byType: 30, agree: true });
    expect(overseasTwice({ overseas: 31, all: 100 }, types).agree).toBe(false);
  });
});

test('a cost is never a bare sum', () => {
  expect(showCost(240_000_000, 7, 9)).toBe('£2.4m known, 7 of 9 questions costed (78%)');
  expect(showCost(0, 0, 2)).toBe('Unknown, 0 of 2 questions costed (0%)');
  expect(showCost(0, 0, 0)).toBe('Unknown: no question is about it');
  expect([showBig(1e13), showBig(123_456), showBig(12_000_000)]).toEqual(['£100bn', '£1,234.56', '£120k']);
});

describe('a line', () => {
  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  const line: LineInput = {
    ...{ organisation: 'o', purpose: 'p', planned: 100, actual: null, certainty: 'firm', condition: '' },
    ...{ secureFrom: null, secureUntil: null, startsOn: day('2026-04-01'), endsOn: day('2027-03-31') },
    ...{ base: 'b', statedOn: day('2026-03-31'), source: 's', activities: null, strand: '', level: '' },
    ...{ intervention: '', overseas: '', areas: [] },
  };
  test.each<[Partial<LineInput>, string | null]>([
    [{}, null],
    [{ planned: null }, 'AmountIsMissing'],
    [{ planned: null, actual: 0 }, null],
    [{ certainty: 'conditional' }, 'ConditionIsUnclear'],
    [{ condition: 'If' }, 'ConditionIsUnclear'],
    [{ secureFrom: 2026 }, 'YearsAreHalf'],
    [{ secureFrom: 2026, secureUntil: 2025 }, 'YearsAreTurnedRound'],
    [{ endsOn: day('2026-03-31') }, 'PeriodIsTurnedRound'],
  ])('with %j', (over, name) => expect(wrongInLine({ ...line, ...over })?.name ?? null).toBe(name));

  test.each([
    ['£1,234,567,890.12', 123_456_789_012],
    ['100000000000', 1e13],
    ['100000000001', null],
    ['1,23', null],
    ['-5', null],
    [5.5, null],
  ])('%j is %j pence', (given, pence) => expect(penceOf(given)).toBe(pence));
});

describe('a file', () => {
  const good =
    'ho,Units,"1,000",,firm,,yes,2026,2028,2026-04-01,2027-03-31,Front line,2026-03-31,,Return,40,pursue,,,no,fraud; drugs';
  const file = (...lines: string[]) => readLines([COLUMN_NAMES.join(','), ...lines].join('\r\n'));

  test('is read line by line, each wrong one with its place and why', () => {
    const read = file(good, '', good.replace('firm', 'sure'), `${good},more`, good.replace('yes', 'perhaps'));
    if (!('lines' in read)) throw new Error(read.error);
    expect(read.lines.map(({ place, wrong }) => [place, wrong])).toEqual([
      [2, ''],
      [4, 'certainty: Choose whether it is firm'],
      [5, 'It has more cells than there are columns'],
      [6, expect.stringContaining('ring-fenced')],
    ]);
    expect(read.lines[0]?.line).toMatchObject({
      ...{ planned: 100_000, ringFenced: true, secureUntil: 2028, activities: 40, areas: ['fraud', 'drugs'] },
    });
  });

  test('without its columns, or with others, is refused whole', () => {
    expect(readLines('funder,base')).toMatchObject({
      error: expect.stringContaining('lacks: purpose') as string,
    });
    expect(readLines(`${COLUMN_NAMES.join(',')},mood\nx`)).toMatchObject({
      error: 'No column is called: mood',
    });
    expect(file()).toMatchObject({ error: expect.stringContaining('no line') as string });
  });

  test('quotes hold commas, quotes and line ends', () => {
    expect(rowsOf('a,"b ""c"", d\ne"\n\nf,').map(({ place, cells }) => [place, cells])).toEqual([
      [1, ['a', 'b "c", d\ne']],
      [4, ['f']],
    ]);
  });

  test('any text is read to its end', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        expect(Array.isArray(rowsOf(text))).toBe(true);
      }),
    );
  });
});

test('money is read by coordinators and the auditor, and kept by coordinators', () => {
  const cast = [
    nobody,
    someone({ expert: true }),
    someone({ roles: ['auditor'] }),
    someone({ roles: ['coordinator'] }),
  ];
  expect(cast.map((actor) => mayReadMoney(actor).kind)).toEqual(['deny', 'deny', 'allow', 'allow']);
  expect(cast.map((actor) => mayKeepMoney(actor).kind)).toEqual(['deny', 'deny', 'deny', 'allow']);
});
