import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal, type Refusal } from '../refusal';
import { MOST_QUANTITIES, showAmount, type Quantity } from './elicitation';
import {
  ESTIMATE_PARTS,
  estimateField,
  estimatesInput,
  estimateValues,
  readEstimates,
} from './estimate-form';
import { readFigure } from './figure-input';
import { openingInput, QUANTITY_PARTS, quantityField, readClosings, readQuantities } from './opening-form';

const fieldsOf = (read: Refusal | unknown[]): Record<string, string> =>
  isRefusal(read) ? (read.fields ?? {}) : {};

describe('a figure', () => {
  test.each([
    ['+12', 12],
    ['  12 ', 12],
    ['.5', 0.5],
    ['1 000 000', 1_000_000],
    ['−3', -3],
    ['£1,200.50', 1200.5],
    ['35 %', 35],
    ['1000000000000', 1e12],
    [0, 0],
  ])('%j is %d', (typed, value) => expect(readFigure(typed)).toBe(value));

  test.each([
    ...['', ' ', '1e3', '0x10', 'Infinity', 'NaN', '1.2.3', '12.', '--3', '3-', '½', 'twelve', '١٢'],
    ...['1000000000001', '-1000000000001', NaN, Infinity, null, undefined, true, ['1'], { valueOf: () => 1 }],
  ])('%j is none', (typed) => expect(readFigure(typed)).toBeNull());

  test('what is shown of a whole number is read as the same number again', () =>
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (value) => {
        expect(readFigure(showAmount(value, '%'))).toBe(value);
      }),
    ));
});

describe('what an expert sends', () => {
  const boats: Quantity = {
    ...{ position: 1, kind: 'quantity', asks: 'How many?', unit: 'boats', lower: 10, upper: 500 },
  };
  const chance: Quantity = {
    ...{ position: 2, kind: 'probability', asks: 'Will it?', unit: '%', lower: 0, upper: 100 },
  };
  const typed = (position: number, parts: readonly string[]) =>
    Object.fromEntries(
      ESTIMATE_PARTS.map((part, place) => [estimateField(part, position), parts[place] ?? '']),
    );
  const whole = { ...typed(1, ['20', '90', '40', '70', 'A']), ...typed(2, ['5%', '50%', '10%', '100', 'B']) };

  test('fields sorted by name stand in the order in which they are asked', () => {
    const names = [1, 2, 3].flatMap((at) => ESTIMATE_PARTS.map((part) => estimateField(part, at)));
    expect([...names].sort()).toEqual(names);
    expect(new Set(names).size).toBe(names.length);
  });

  test('the bounds themselves, and a best guess on an end, are in', () => {
    expect(readEstimates([boats], typed(1, ['10', '500', '500', '50', 'x']))).toEqual([
      { position: 1, lowest: 10, highest: 500, best: 500, confidence: 50, reasons: 'x' },
    ]);
  });

  test.each([
    ['below the least', ['9', '90', '40', '70', 'x'], ['e1-1-lowest']],
    ['above the most', ['20', '501', '40', '70', 'x'], ['e1-2-highest']],
    ['out at both ends', ['1', '900', '40', '70', 'x'], ['e1-1-lowest', 'e1-2-highest']],
    ['upside down', ['90', '20', '40', '70', 'x'], ['e1-2-highest', 'e1-3-best']],
    [
      'in words',
      ['some', 'many', 'few', 'quite', 'x'],
      ['e1-1-lowest', 'e1-2-highest', 'e1-3-best', 'e1-4-confidence'],
    ],
    ['surer than sure', ['20', '90', '40', '100.5', 'x'], ['e1-4-confidence']],
    ['without reasons', ['20', '90', '40', '70', '\r\n \r\n'], ['e1-5-reasons']],
  ])('%s is told beside the fields that it is about', (_what, parts, fields) => {
    expect(Object.keys(fieldsOf(readEstimates([boats], typed(1, parts)))).sort()).toEqual(fields);
  });

  test('a range that does not fit is told with the bounds and the unit', () => {
    expect(fieldsOf(readEstimates([boats], typed(1, ['9', '90', '40', '70', 'x'])))['e1-1-lowest']).toBe(
      'Enter a number from 10 boats to 500 boats',
    );
  });

  test('of several quantities each message says which it is about, of one none does', () => {
    const several = fieldsOf(readEstimates([boats, chance], { ...whole, 'e2-3-best': '' }));
    expect(several).toEqual({ 'e2-3-best': 'Enter your best guess (estimate 2)' });
    expect(fieldsOf(readEstimates([boats], { ...whole, 'e1-3-best': '' }))).toEqual({
      'e1-3-best': 'Enter your best guess',
    });
  });

  test('one bad quantity refuses the whole, so that nothing is half given', () => {
    const read = readEstimates([boats, chance], { ...whole, 'e1-1-lowest': 'x' });
    expect(isRefusal(read) && read.name).toBe('EstimateIsNotWhole');
  });

  test('what was given stands in the fields again, and reads the same', () => {
    const read = readEstimates([boats, chance], whole);
    if (isRefusal(read)) throw new Error(read.message);
    expect(readEstimates([boats, chance], estimateValues(read))).toEqual(read);
    expect(estimateValues(null)).toEqual({});
  });

  test('line ends of browsers become those of everybody', () => {
    const read = readEstimates([boats], { ...whole, 'e1-5-reasons': ' One\r\ntwo ' });
    expect(isRefusal(read) ? null : read[0]?.reasons).toBe('One\ntwo');
  });

  test.each(['0', '3', '1.5', 'first', ''])('there is no round %j', (round) =>
    expect(estimatesInput.safeParse({ reference: '22222222', round }).error?.issues.length).toBeGreaterThan(
      0,
    ),
  );
});

describe('what is asked of experts', () => {
  const quantity = (position: number, parts: readonly string[]) =>
    Object.fromEntries(QUANTITY_PARTS.map((part, at) => [quantityField(part, position), parts[at] ?? '']));
  const opened = (over: Record<string, unknown> = {}) =>
    openingInput.parse({
      ...{ title: 'Boats', firstClosesOn: '2026-12-01', secondClosesOn: '2026-12-08' },
      ...over,
    });

  test.each<[string, string[], Record<string, string>]>([
    ['nothing asked', ['', 'probability'], { 'q1-1-asks': 'Say what the experts are to estimate' }],
    ['no kind', ['Will it?'], { 'q1-2-kind': 'Choose a number or a probability' }],
    ['another kind', ['Will it?', 'colour'], { 'q1-2-kind': 'Choose a number or a probability' }],
    [
      'bounds in words',
      ['How many?', 'quantity', 'boats', 'none', 'lots'],
      {
        'q1-4-lower': 'Enter the least that is possible at all, like 0',
        'q1-5-upper': 'Enter the most that is possible at all',
      },
    ],
    [
      'bounds upside down',
      ['How many?', 'quantity', 'boats', '9', '-9'],
      { 'q1-5-upper': 'It has to be more than the least' },
    ],
  ])('%s is refused beside its field', (_what, parts, fields) => {
    const told = fieldsOf(readQuantities(opened(quantity(1, parts))));
    expect(told).toMatchObject(fields);
  });

  test('the first quantity is always wanted, the others only when something of them is typed', () => {
    expect(fieldsOf(readQuantities(opened()))).toHaveProperty('q1-1-asks');
    const touched = opened({
      ...quantity(1, ['Will it?', 'probability']),
      ...quantity(2, ['', '', 'boats']),
    });
    expect(Object.keys(fieldsOf(readQuantities(touched)))).toContain('q2-1-asks');
  });

  test('a probability runs from 0 to 100 whatever else was typed', () => {
    const read = readQuantities(opened(quantity(1, ['Will it?', 'probability', 'boats', '5', '3'])));
    expect(read).toEqual([
      { position: 1, kind: 'probability', asks: 'Will it?', unit: '%', lower: 0, upper: 100 },
    ]);
  });

  test('bounds may be negative, and a fourth quantity is not read', () => {
    const all = Array.from({ length: MOST_QUANTITIES + 1 }, (_, at) =>
      quantity(at + 1, [`Q${at + 1}`, 'quantity', 'degrees', '-5', '−1']),
    );
    const read = readQuantities(opened(Object.assign({}, ...all) as Record<string, string>));
    expect(isRefusal(read) ? [] : read.map(({ asks, lower, upper }) => [asks, lower, upper])).toEqual([
      ['Q1', -5, -1],
      ['Q2', -5, -1],
      ['Q3', -5, -1],
    ]);
  });

  test.each([
    ['a minute before 5pm', '2026-12-01T16:59:00Z', null],
    ['at 5pm', '2026-12-01T17:00:00Z', 'firstClosesOn'],
    ['the day after', '2026-12-02T09:00:00Z', 'firstClosesOn'],
  ])('%s of the first closing: %s', (_what, now, field) => {
    const read = readClosings(opened(), new Date(now));
    expect(isRefusal(read) ? Object.keys(read.fields ?? {})[0] : null).toBe(field);
  });
});
