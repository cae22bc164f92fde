import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { noAwardField, noAwardFields, unawardedFrom } from './no-award-fields';

const rows = [
  { reference: 'NORTH', lot: 1 },
  { reference: 'OTHER', lot: 1 },
  { reference: 'SOUTH', lot: 2 },
  { reference: 'QUAYS', lot: 10 },
];

describe('the fields for why a lot is not awarded', () => {
  test('are one for each of ten lots', () => {
    expect(Object.keys(noAwardFields)).toEqual(Array.from({ length: 10 }, (_, at) => `noAward${at + 1}`));
    expect(noAwardField(7)).toBe('noAward7');
  });

  const form = z.strictObject(noAwardFields);
  test.each<[string, unknown, string]>([
    ['as long as may be', 'x'.repeat(1000), 'fine'],
    ['longer', 'x'.repeat(1001), 'Use 1,000 characters or fewer for “Why lot 3 is not awarded”'],
    ['longer only by its line ends', `${'x'.repeat(999)}\r\n\r\n`, 'fine'],
    ['that is nothing', undefined, 'fine'],
  ])('take a reason %s', (_, noAward3, expected) => {
    const read = form.safeParse({ noAward3 });
    expect(read.success ? 'fine' : read.error.issues[0]?.message).toBe(expected);
  });

  test('read what is no text as no reason, and know no eleventh lot', () => {
    expect(form.parse({ noAward1: ['x'], noAward2: 5 })).toMatchObject({ noAward1: '', noAward2: '' });
    expect(form.safeParse({ noAward11: 'x' }).success).toBe(false);
    expect(form.safeParse({ noAward0: 'x' }).success).toBe(false);
  });
});

describe('the lots left without an award', () => {
  test('are those with a reason from which no bid is chosen, by number', () => {
    const given = { noAward10: 'Too dear', noAward2: 'Too late', noAward1: 'Too far' };
    expect(unawardedFrom(given, rows, [])).toEqual([
      { lot: 1, reason: 'Too far' },
      { lot: 2, reason: 'Too late' },
      { lot: 10, reason: 'Too dear' },
    ]);
    expect(unawardedFrom(given, rows, ['OTHER']).map(({ lot }) => lot)).toEqual([2, 10]);
    expect(unawardedFrom(given, rows, ['NORTH', 'SOUTH', 'QUAYS'])).toEqual([]);
  });

  test('are none without a reason, and no chosen bid of elsewhere counts', () => {
    expect(unawardedFrom({}, rows, ['NORTH'])).toEqual([]);
    expect(unawardedFrom({ noAward1: '' }, rows, [])).toEqual([]);
    expect(unawardedFrom({ noAward1: 'Too far' }, rows, ['UNKNOWN'])).toHaveLength(1);
    expect(unawardedFrom({ noAward1: 'Too far' }, [{ reference: 'WHOLE' }], ['WHOLE'])).toHaveLength(1);
  });
});
