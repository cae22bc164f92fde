import { describe, expect, test } from 'vitest';
import { STUDY, wholeRow } from '../../../../tests/support/factories/draft-rows';
import { procurement } from '../tasks/procurement';
import type { DraftRow } from '../tasks/task';
import { lotsFrom, lotsInForm, needsReasonForNoLots, untitledLot } from './lot-fields';
import { lotName, showLotLimits, showLotMoney } from './lot';

const row = (number: string, title: string, budget?: number) => ({
  [`lotTitle${number}`]: title,
  [`lotCovers${number}`]: title && `What ${title} covers`,
  [`lotBudget${number}`]: budget,
});
const lots = (over: Record<string, unknown> = {}) => ({
  divided: 'yes',
  ...row('1', 'North', 7_000_000),
  ...row('3', 'South', 5_000_000),
  ...over,
});
const missing = (values: Record<string, unknown>, over: Partial<DraftRow> = {}) => {
  const draft = wholeRow(over);
  return procurement.missing({ ...procurement.valuesOf(draft), ...values }, draft);
};

describe('the lots of a form', () => {
  test('close up, count their awards and are read back as they were written', () => {
    const read = lotsInForm(lots({ lotAwards3: 2, mostBids: 2, mostAwards: 1, lotRule: 'preference' }), 1);
    expect(read.lots.map(({ number, title, awardsAvailable }) => [number, title, awardsAvailable])).toEqual([
      [1, 'North', 1],
      [2, 'South', 2],
    ]);
    expect(read.data).toMatchObject({
      divided: true,
      awardsAvailable: 3,
      lotsMostBids: 2,
      lotRule: 'preference',
    });
    const back = procurement.valuesOf(wholeRow({ lots: read.lots, ...read.data }));
    expect(back).toMatchObject({ divided: 'yes', lotTitle2: 'South', lotBudget2: 5_000_000, mostAwards: 1 });
    expect(procurement.answers(wholeRow({ lots: read.lots, ...read.data })).slice(-3)).toEqual([
      { label: 'Lot 1: North', value: 'What North covers\nUp to £70,000 without VAT, 1 award' },
      { label: 'Lot 2: South', value: 'What South covers\nUp to £50,000 without VAT, 2 awards' },
      { label: 'Limits for one bidder', value: expect.stringContaining('One bidder can win 1 lot.') },
    ]);
  });

  test('are nothing where it is not divided, whatever stands in their rows, and the reason stays', () => {
    const read = lotsInForm(lots({ divided: 'no', undividedReason: 'One sample', mostBids: 2 }), 4);
    expect(read).toEqual({
      lots: [],
      data: {
        divided: false,
        undividedReason: 'One sample',
        awardsAvailable: 4,
        ...{ lotsMostBids: null, lotsMostAwards: null, lotRule: null },
      },
    });
    expect(lotsFrom({})).toEqual([]);
  });

  test('keep no rule without a limit, and no row without a title', () => {
    expect(lotsInForm(lots({ lotRule: 'difference' }), 1).data.lotRule).toBeNull();
    expect(untitledLot(lots({ lotCovers2: 'Something' }))?.field).toBe('lotTitle2');
    expect(untitledLot(lots({ divided: 'no', lotCovers2: 'Something' }))).toBeUndefined();
    expect(untitledLot(lots())).toBeUndefined();
  });
});

describe('what lots still need', () => {
  test.each([
    [{}, []],
    [{ lotTitle3: '', lotCovers3: '', lotBudget3: undefined }, ['lotTitle2']],
    [{ lotCovers1: '' }, ['lotCovers1']],
    [{ lotBudget3: undefined }, ['lotBudget3']],
    [{ lotBudget3: 5_000_001 }, ['lotBudget1']],
    [{ lotAwards1: 2 }, ['lotAwards1']],
    [{ mostBids: 3 }, ['mostBids']],
    [{ mostAwards: 1 }, ['lotRule']],
    [{ mostAwards: 3, lotRule: 'difference' }, ['mostAwards']],
  ])('with %j they miss %j', (over, expected) => {
    expect(Object.keys(missing(lots(over)))).toEqual(expected);
  });

  test('a route with several awards may give several in one lot', () => {
    expect(missing(lots({ lotAwards1: 2 }), { route: { ...STUDY, severalAwards: true } })).toEqual({});
  });
});

describe('a reason for no lots', () => {
  // £120,000 with VAT is £144,000.
  test.each([
    ['open', 14_400_000, true],
    ['competitiveFlexible', 14_400_000, true],
    ['open', 14_400_001, false],
    ['quotation', 14_400_000, false],
    ['grant', 1, false],
    ['open', null, false],
  ])('on a basis %s with a threshold of %j: %s', (basis, threshold, needed) => {
    expect(needsReasonForNoLots({ basis, budgetMaximum: 12_000_000 }, threshold)).toBe(needed);
    const asked = missing({ basis }, { threshold });
    expect('undividedReason' in asked && 'divided' in asked).toBe(needed);
    expect(missing({ basis, divided: 'no', undividedReason: 'One sample' }, { threshold })).toEqual({});
  });
});

test('lots and limits in words', () => {
  expect(lotName({ number: 2, title: 'South' })).toBe('Lot 2: South');
  expect(showLotMoney({ budget: 5_000_000, awardsAvailable: 1 })).toBe('Up to £50,000 without VAT, 1 award');
  const none = { lotsMostBids: null, lotsMostAwards: null, lotRule: null };
  expect(showLotLimits(none)).toBeNull();
  expect(showLotLimits({ ...none, lotsMostBids: 2 })).toBe('One person can lead bids for 2 lots.');
  expect(showLotLimits({ ...none, lotsMostAwards: 1, lotRule: 'preference' })).toMatch(
    /^One bidder can win 1 lot\. Whoever/,
  );
});
