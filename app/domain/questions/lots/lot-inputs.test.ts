import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { STUDY, wholeRow } from '../../../../tests/support/factories/draft-rows';
import type { DraftRow } from '../tasks/task';
import {
  awardsInAll,
  limitsFrom,
  LOT_ROWS,
  LOT_RULE_CHOICES,
  lotAnswers,
  lotFields,
  lotsFrom,
  lotsInForm,
  lotValues,
  LOTS_LABELS,
  missingLots,
  untitledLot,
} from './lot-fields';
import { awardsOf, budgetOf, LOT_RULES, MOST_LOTS, showLotLimits, showLotMoney, type LotDraft } from './lot';

const form = z.object(lotFields);
const issueOf = (name: string, value: unknown): string => {
  const read = form.safeParse({ [name]: value });
  return read.success ? 'fine' : `${read.error.issues[0]?.path.join('.')}: ${read.error.issues[0]?.message}`;
};
const kept = (name: string, value: unknown): unknown =>
  Object.entries(form.parse({ [name]: value })).find(([key]) => key === name)?.[1];

describe('what may be entered of lots', () => {
  test.each<[string, unknown, string]>([
    ['lotTitle1', 'x'.repeat(120), 'fine'],
    ['lotTitle1', 'x'.repeat(121), 'lotTitle1: Use 120 characters or fewer for “Title of lot 1”'],
    ['lotTitle10', 'x'.repeat(121), 'lotTitle10: Use 120 characters or fewer for “Title of lot 10”'],
    ['lotCovers2', 'x'.repeat(1000), 'fine'],
    ['lotCovers2', 'x'.repeat(1001), 'lotCovers2: Use 1,000 characters or fewer for “What lot 2 covers”'],
    ['undividedReason', 'x'.repeat(600), 'fine'],
    [
      'undividedReason',
      'x'.repeat(601),
      'undividedReason: Use 600 characters or fewer for “Why it is not divided into lots”',
    ],
    ['lotBudget3', '£20,000,000', 'fine'],
    [
      'lotBudget3',
      '£20,000,000.01',
      'lotBudget3: Enter an amount in pounds for “Budget of lot 3, without VAT”, like £120,000',
    ],
    [
      'lotBudget3',
      '-1',
      'lotBudget3: Enter an amount in pounds for “Budget of lot 3, without VAT”, like £120,000',
    ],
    [
      'lotBudget3',
      -1,
      'lotBudget3: Enter an amount in pounds for “Budget of lot 3, without VAT”, like £120,000',
    ],
    [
      'lotBudget3',
      'much',
      'lotBudget3: Enter an amount in pounds for “Budget of lot 3, without VAT”, like £120,000',
    ],
    ['lotAwards4', 1, 'fine'],
    ['lotAwards4', 100, 'fine'],
    ['lotAwards4', 0, 'lotAwards4: Enter a number from 1 to 100 for “Number of awards in lot 4”'],
    ['lotAwards4', 101, 'lotAwards4: Enter a number from 1 to 100 for “Number of awards in lot 4”'],
    ['lotAwards4', 1.5, 'lotAwards4: Enter a whole number for “Number of awards in lot 4”'],
    ['lotAwards4', 'two', 'lotAwards4: Enter a whole number for “Number of awards in lot 4”'],
    ['mostBids', 1, 'fine'],
    ['mostBids', MOST_LOTS, 'fine'],
    ['mostBids', 0, `mostBids: Enter a number from 1 to 10 for “${LOTS_LABELS.mostBids}”`],
    ['mostBids', MOST_LOTS + 1, `mostBids: Enter a number from 1 to 10 for “${LOTS_LABELS.mostBids}”`],
    ['mostAwards', MOST_LOTS, 'fine'],
    ['mostAwards', 11, `mostAwards: Enter a number from 1 to 10 for “${LOTS_LABELS.mostAwards}”`],
    ['mostAwards', -1, `mostAwards: Enter a number from 1 to 10 for “${LOTS_LABELS.mostAwards}”`],
    ['divided', 'yes', 'fine'],
    ['divided', 'no', 'fine'],
    ['divided', 'Yes', 'divided: Choose one of the answers'],
    ['divided', 'perhaps', 'divided: Choose one of the answers'],
    ['lotRule', 'preference', 'fine'],
    ['lotRule', 'difference', 'fine'],
    ['lotRule', 'lottery', 'lotRule: Choose one of the answers'],
    ['lotRule', '__proto__', 'lotRule: Choose one of the answers'],
  ])('%s', (name, value, expected) => {
    expect(issueOf(name, value)).toBe(expected);
  });

  test('is read as what is kept', () => {
    expect(kept('lotBudget1', ' £ 40,000.5 ')).toBe(4_000_050);
    expect(kept('lotBudget1', '')).toBeUndefined();
    expect(kept('lotTitle1', '  North \r\n ')).toBe('North');
    expect(kept('lotCovers1', 'a\r\nb')).toBe('a\nb');
    expect(kept('lotAwards1', '3')).toBe(3);
  });

  test('has a row of four fields for each lot, and nothing has to be entered', () => {
    expect(LOT_ROWS).toHaveLength(MOST_LOTS);
    for (const row of LOT_ROWS)
      for (const name of ['lotTitle', 'lotCovers', 'lotBudget', 'lotAwards'])
        expect(Object.keys(lotFields)).toContain(`${name}${row}`);
    expect(form.safeParse({}).success).toBe(true);
  });

  test('offers each rule with its words', () => {
    expect(LOT_RULE_CHOICES.map(({ value }) => value)).toEqual([...LOT_RULES]);
    expect(new Set(LOT_RULE_CHOICES.map(({ label }) => label)).size).toBe(LOT_RULES.length);
  });
});

const filled = (row: number, over: Record<string, unknown> = {}) => ({
  [`lotTitle${row}`]: `Part ${row}`,
  [`lotCovers${row}`]: `What part ${row} covers`,
  [`lotBudget${row}`]: 1_000_000,
  ...over,
});
const rows = (...used: number[]): Record<string, unknown> => ({
  divided: 'yes',
  ...Object.fromEntries(used.flatMap((row) => Object.entries(filled(row)))),
});

describe('the rows that are used', () => {
  test.each<[string, Record<string, unknown>, number]>([
    ['a title alone', { lotTitle1: 'North' }, 1],
    ['what it covers alone', { lotCovers1: 'Ports' }, 1],
    ['a budget alone', { lotBudget1: 5 }, 1],
    ['a budget of nothing', { lotBudget1: 0 }, 1],
    ['a number of awards alone', { lotAwards1: 3 }, 0],
    ['wrong types', { lotTitle1: 5, lotCovers1: null, lotBudget1: '5' }, 0],
    ['nothing', {}, 0],
  ])('with %s', (_, values, count) => {
    expect(lotsFrom({ divided: 'yes', ...values })).toHaveLength(count);
    expect(lotsFrom({ divided: 'no', ...values })).toEqual([]);
    expect(lotsFrom(values)).toEqual([]);
  });

  test('close up in their order, up to the tenth', () => {
    expect(lotsFrom(rows(10, 2, 7)).map(({ number, title }) => [number, title])).toEqual([
      [1, 'Part 2'],
      [2, 'Part 7'],
      [3, 'Part 10'],
    ]);
    expect(lotsFrom({ ...rows(10), ...filled(11) })).toHaveLength(1);
  });

  test('have one award where nothing else is said, and no budget where none is', () => {
    expect(lotsFrom({ divided: 'yes', lotTitle4: 'Quays' })).toEqual([
      { number: 1, title: 'Quays', covers: '', budget: 0, awardsAvailable: 1 },
    ]);
  });

  test('need a title each before they are kept; the first without one is told', () => {
    expect(untitledLot(rows(1, 2))).toBeUndefined();
    expect(untitledLot({ ...rows(1, 3, 5), lotTitle3: '', lotTitle5: '' })).toEqual({
      field: 'lotTitle3',
      message: 'Give lot 3 a title, or clear its row',
    });
  });
});

describe('limits', () => {
  const none = { lotsMostBids: null, lotsMostAwards: null, lotRule: null };

  test.each<[Record<string, unknown>, object]>([
    [{}, {}],
    [{ mostBids: 2 }, { lotsMostBids: 2 }],
    [{ mostBids: '2' }, {}],
    [{ mostAwards: 1 }, { lotsMostAwards: 1 }],
    [
      { mostAwards: 1, lotRule: 'difference' },
      { lotsMostAwards: 1, lotRule: 'difference' },
    ],
    [{ mostAwards: 1, lotRule: 'lottery' }, { lotsMostAwards: 1 }],
    [{ mostBids: 1, lotRule: 'preference' }, { lotsMostBids: 1 }],
  ])('of %j', (values, over) => {
    expect(limitsFrom({ divided: 'yes', ...values })).toEqual({ ...none, ...over });
    expect(limitsFrom({ divided: 'no', ...values })).toEqual(none);
    expect(limitsFrom(values)).toEqual(none);
  });

  test.each([
    [{ lotsMostBids: 1 }, 'One person can lead bids for 1 lot.'],
    [
      { lotsMostBids: 2, lotsMostAwards: 2 },
      'One person can lead bids for 2 lots. One bidder can win 2 lots.',
    ],
    [{ lotRule: 'preference' as const }, null],
    [{ lotsMostBids: 0 }, null],
  ])('%j in words', (over, words) => {
    expect(showLotLimits({ ...none, ...over })).toBe(words);
  });
});

describe('what is still to be said', () => {
  const row = (over: Partial<DraftRow> = {}) => wholeRow(over);

  test('are both lots where none is described, from the first row on', () => {
    expect(missingLots({ divided: 'yes' }, row())).toEqual({
      lotTitle1: 'Describe at least two lots, or say that it is not divided',
    });
    expect(Object.keys(missingLots(rows(1), row()))).toEqual(['lotTitle2']);
    expect(missingLots(rows(1, 10), row())).toEqual({});
  });

  test('is each field of a half-filled row, by the number of the row', () => {
    const values = { divided: 'yes', ...filled(2), lotBudget5: 0 };
    expect(missingLots(values, row())).toEqual({
      lotTitle5: 'Enter the title of lot 5',
      lotCovers5: 'Say what lot 5 covers',
      lotBudget5: 'Enter the budget of lot 5',
    });
  });

  test.each([
    [
      1_999_999,
      { lotBudget1: 'The budgets of the lots come to £20,000, more than the £19,999.99 of the question' },
    ],
    [2_000_000, {}],
    [2_000_001, {}],
    [undefined, {}],
  ])('is a budget for all lots where that of the question is %s', (budgetMaximum, expected) => {
    expect(missingLots({ ...rows(1, 2), budgetMaximum }, row())).toEqual(expected);
  });

  test('is one award in each lot on a route of one award, called by its name', () => {
    expect(missingLots({ ...rows(1, 2), lotAwards2: 2 }, row())).toEqual({
      lotAwards2: 'A commissioned study has one award in each lot',
    });
    expect(missingLots({ ...rows(1, 2), lotAwards2: 1 }, row())).toEqual({});
    const several = row({ route: { ...STUDY, severalAwards: true } });
    expect(missingLots({ ...rows(1, 2), lotAwards1: 100 }, several)).toEqual({});
  });

  test.each<[Record<string, unknown>, string[]]>([
    [{ mostBids: 2 }, []],
    [{ mostBids: 3 }, ['mostBids']],
    [{ mostAwards: 2, lotRule: 'preference' }, []],
    [{ mostAwards: 3, lotRule: 'preference' }, ['mostAwards']],
    [{ mostAwards: 2 }, ['lotRule']],
    [{ mostBids: 3, mostAwards: 3 }, ['mostBids', 'mostAwards', 'lotRule']],
  ])('of limits %j on two lots: %j', (limits, fields) => {
    expect(Object.keys(missingLots({ ...rows(1, 2), ...limits }, row()))).toEqual(fields);
  });
});

describe('lots read back', () => {
  const drafts: LotDraft[] = [
    { number: 1, title: 'North', covers: 'Ports', budget: 1_000_000, awardsAvailable: 1 },
    { number: 2, title: 'South', covers: 'Quays', budget: 250_050, awardsAvailable: 3 },
  ];

  test('are what was entered', () => {
    const values = lotValues(wholeRow({ divided: true, lots: drafts, lotsMostBids: 1 }));
    expect(lotsInForm(values, 1).lots).toEqual(drafts);
    expect(lotsInForm(values, 1).data).toMatchObject({ divided: true, lotsMostBids: 1, awardsAvailable: 4 });
  });

  test.each([
    [null, undefined],
    [true, 'yes'],
    [false, 'no'],
  ])('divided %s is the answer %s, and back', (divided, answer) => {
    const values = lotValues(wholeRow({ divided }));
    expect(values.divided).toBe(answer);
    expect(lotsInForm(values, 1).data.divided).toBe(divided);
  });

  test('forget the reason for none once there are some', () => {
    const said = { undividedReason: 'One sample' };
    expect(lotsInForm({ ...said, divided: 'yes' }, 1).data.undividedReason).toBe('');
    expect(lotsInForm({ ...said, divided: 'no' }, 1).data.undividedReason).toBe('One sample');
    expect(lotsInForm(said, 1).data.undividedReason).toBe('One sample');
  });

  test('are an answer each, with limits only where there are some', () => {
    expect(lotAnswers(wholeRow({ lots: drafts }))).toEqual([
      { label: 'Lot 1: North', value: 'Ports\nUp to £10,000 without VAT, 1 award' },
      { label: 'Lot 2: South', value: 'Quays\nUp to £2,500.50 without VAT, 3 awards' },
    ]);
    expect(lotAnswers(wholeRow({ lots: drafts, lotsMostBids: 1 })).at(-1)).toEqual({
      ...{ label: 'Limits for one bidder', value: 'One person can lead bids for 1 lot.' },
    });
    expect(lotAnswers(wholeRow())).toEqual([]);
    expect(lotAnswers(wholeRow({ undividedReason: 'One sample' }))).toEqual([
      { label: 'Why it is not divided into lots', value: 'One sample' },
    ]);
  });

  test('are added up', () => {
    expect([awardsOf(drafts), budgetOf(drafts)]).toEqual([4, 1_250_050]);
    expect([awardsOf([]), budgetOf([])]).toEqual([0, 0]);
    expect(awardsInAll(drafts, 9)).toBe(4);
    expect(awardsInAll([], 9)).toBe(9);
    expect(showLotMoney({ budget: 0, awardsAvailable: 0 })).toBe('Up to £0 without VAT, 0 awards');
  });
});
