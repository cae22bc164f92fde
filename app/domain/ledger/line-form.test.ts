import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineInput, penceOf, wrongInLine, type LineInput } from './line-form';

const typed = {
  ...{ organisation: 'home-office', purpose: 'Units', planned: '£1,000', actual: '', certainty: 'firm' },
  ...{ condition: '', secureFrom: '', secureUntil: '', startsOn: '2026-04-01', endsOn: '2027-03-31' },
  ...{ base: 'Front-line spend', statedOn: '2026-03-31', source: 'Return 7', activities: '' },
};
const read = (over: Record<string, unknown> = {}) => lineInput.safeParse({ ...typed, ...over });
const complaint = (over: Record<string, unknown>) => {
  const result = read(over);
  return result.success ? null : result.error.issues.map(({ path, message }) => [path.join('.'), message]);
};
const lineOf = (over: Record<string, unknown> = {}): LineInput => {
  const result = read(over);
  if (result.success) return result.data;
  throw new Error(result.error.message);
};
const AMOUNT = 'Enter an amount in pounds, like £120,000';
const YEAR = 'Enter a year, like 2027';
const COUNT = 'Enter a whole number, or nothing';

describe('an amount as typed', () => {
  test.each([
    ['0', 0],
    ['0.00', 0],
    ['£0.01', 1],
    ['0.1', 10],
    ['12', 1200],
    ['12.5', 1250],
    ['12.05', 1205],
    ['£ 12', 1200],
    ['  12  ', 1200],
    ['1,000', 100_000],
    ['1000', 100_000],
    ['1,000,000.99', 100_000_099],
    ['0012', 1200],
    ['99999999999.99', 9_999_999_999_999],
    ['100,000,000,000.00', 1e13],
  ])('%j is %i pence', (given, pence) => expect(penceOf(given)).toBe(pence));

  test.each([
    '',
    ' ',
    '£',
    '.5',
    '5.',
    '1.234',
    '1,00',
    '10,00',
    '1,0000',
    ',100',
    '1,000,',
    '+5',
    '-0.01',
    '1e3',
    '0x10',
    '£££5',
    '$5',
    '5k',
    '5 000',
    '1 234,50',
    '١٢',
    'Infinity',
    'NaN',
    '100,000,000,000.01',
    '9'.repeat(400),
    "5'; DROP TABLE ledger_line; --",
  ])('%j is none', (given) => expect(penceOf(given)).toBeNull());

  test.each([
    [0, 0],
    [1, 1],
    [1e13, 1e13],
    [1e13 + 1, null],
    [-1, null],
    [0.5, null],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
    [null, null],
    [undefined, null],
    [true, null],
    [['5'], null],
    [{ pence: 5 }, null],
    [5n, null],
  ])('%s, read before, is %j', (given, pence) => expect(penceOf(given)).toBe(pence));

  test('what is written of pence is read as the same pence, with commas or without', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), (pence) => {
        const [pounds, rest] = [Math.floor(pence / 100), String(pence % 100).padStart(2, '0')];
        expect(penceOf(`${pounds}.${rest}`)).toBe(pence);
        expect(penceOf(`£${pounds.toLocaleString('en-GB')}.${rest}`)).toBe(pence);
        expect(penceOf(pence)).toBe(pence);
      }),
    );
  });

  test('of any text it is a whole number of pence within bounds, or none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const pence = penceOf(text);
        expect(pence === null || (Number.isInteger(pence) && pence >= 0 && pence <= 1e13)).toBe(true);
      }),
    );
  });
});

describe('the fields of a line', () => {
  test('as little as is needed', () => {
    expect(lineOf()).toEqual({
      ...{ organisation: 'home-office', purpose: 'Units', planned: 100_000, actual: null, certainty: 'firm' },
      ...{ condition: '', secureFrom: null, secureUntil: null, base: 'Front-line spend' },
      ...{ startsOn: new Date('2026-04-01'), endsOn: new Date('2027-03-31') },
      ...{ statedOn: new Date('2026-03-31'), source: 'Return 7', activities: null },
      ...{ strand: '', level: '', intervention: '', overseas: '', areas: [] },
    });
  });

  test('what was read once is read again as it stands', () => {
    const line = lineOf({ secureFrom: '2026', secureUntil: '2028', activities: '1,200', areas: ['fraud'] });
    expect(lineInput.parse(line)).toEqual(line);
    expect(line).toMatchObject({ secureFrom: 2026, secureUntil: 2028, activities: 1200, areas: ['fraud'] });
  });

  test.each([
    [{ organisation: undefined }, 'organisation', 'Choose whose money it is'],
    [{ organisation: '' }, 'organisation', 'Choose whose money it is'],
    [{ organisation: 7 }, 'organisation', 'Choose whose money it is'],
    [{ purpose: '' }, 'purpose', 'Say what the money is for'],
    [{ purpose: ' \n ' }, 'purpose', 'Say what the money is for'],
    [{ purpose: 'x'.repeat(301) }, 'purpose', 'Use 300 characters or fewer for “What for”'],
    [{ planned: 'much' }, 'planned', AMOUNT],
    [{ planned: -1 }, 'planned', AMOUNT],
    [{ actual: '1.234' }, 'actual', AMOUNT],
    [{ actual: [] }, 'actual', AMOUNT],
    [{ certainty: undefined }, 'certainty', 'Choose whether it is firm'],
    [{ certainty: 'Firm' }, 'certainty', 'Choose whether it is firm'],
    [{ condition: 'x'.repeat(501) }, 'condition', 'Use 500 characters or fewer for “Condition”'],
    [{ secureFrom: '1989' }, 'secureFrom', YEAR],
    [{ secureFrom: '2201' }, 'secureFrom', YEAR],
    [{ secureUntil: '2026.5' }, 'secureUntil', YEAR],
    [{ startsOn: '' }, 'startsOn', 'Enter the first day of the period'],
    [{ startsOn: '2026-02-30' }, 'startsOn', 'Enter a real date, like 21 11 2026'],
    [{ endsOn: undefined }, 'endsOn', 'Enter the last day of the period'],
    [{ base: '' }, 'base', 'Say of what spending it is a part, like front-line spend'],
    [{ base: 'x'.repeat(201) }, 'base', 'Use 200 characters or fewer for “Base”'],
    [{ statedOn: null }, 'statedOn', 'Enter of which day the figure is'],
    [{ source: '' }, 'source', 'Say where the figure comes from'],
    [{ source: 'x'.repeat(1001) }, 'source', 'Use 1,000 characters or fewer for “Source”'],
    [{ activities: '-1' }, 'activities', COUNT],
    [{ activities: '1.5' }, 'activities', COUNT],
    [{ activities: '10,000,001' }, 'activities', COUNT],
  ])('%j is refused beside %s: %s', (over, field, message) =>
    expect(complaint(over)).toEqual([[field, message]]),
  );

  test.each([
    [{ organisation: 'x'.repeat(101) }, 'organisation'],
    [{ strand: 'x'.repeat(101) }, 'strand'],
    [{ overseas: 'maybe' }, 'overseas'],
    [{ areas: ['fraud', 7] }, 'areas.1'],
    [{ ringFenced: 'yes' }, 'ringFenced'],
    [{ estimate: 1 }, 'estimate'],
  ])('%j is refused beside %s', (over, field) =>
    expect(complaint(over)?.map(([path]) => path)).toEqual([field]),
  );

  test.each([
    { purpose: 'x'.repeat(300) },
    { condition: 'x'.repeat(500) },
    { base: 'x'.repeat(200) },
    { source: 'x'.repeat(1000) },
    { organisation: 'x'.repeat(100) },
    { level: 'x'.repeat(100) },
    { secureFrom: '1990' },
    { secureUntil: '2200' },
    { activities: '10,000,000' },
    { activities: 0 },
    { planned: 1e13 },
    { areas: 'fraud' },
    { areas: '' },
  ])('the bound itself is accepted (%#)', (over) => expect(complaint(over)).toBeNull());

  test('a field that nobody knows is refused, so that nothing is lost silently', () => {
    expect(read({ mood: 'fine' }).success).toBe(false);
  });

  test('dates come in three parts or as one', () => {
    expect(lineOf({ startsOn: { day: '1', month: '4', year: '2026' } }).startsOn).toEqual(
      new Date('2026-04-01'),
    );
    expect(complaint({ startsOn: { day: '31', month: '4', year: '2026' } })).toEqual([
      ['startsOn', 'Enter a real date, like 21 11 2026'],
    ]);
  });
});

describe('what the fields say together', () => {
  const said = (over: Partial<LineInput>) => {
    const wrong = wrongInLine({ ...lineOf(), ...over });
    return wrong && [wrong.name, wrong.fields];
  };

  test.each<[Partial<LineInput>, string, string, string]>([
    [{ planned: null }, 'AmountIsMissing', 'planned', 'Enter what was planned, what was spent, or both'],
    [
      { certainty: 'conditional' },
      'ConditionIsUnclear',
      'condition',
      'A condition goes with money that is on one, and with no other',
    ],
    [{ secureUntil: 2028 }, 'YearsAreHalf', 'secureUntil', 'Enter both years, or neither'],
    [
      { secureFrom: 2027, secureUntil: 2026 },
      'YearsAreTurnedRound',
      'secureUntil',
      'The last year cannot be before the first',
    ],
    [
      { endsOn: new Date('2026-03-31') },
      'PeriodIsTurnedRound',
      'endsOn',
      'The last day cannot be before the first',
    ],
  ])('%j: %s beside %s', (over, name, field, message) =>
    expect(said(over)).toEqual([name, { [field]: message }]),
  );

  test.each<Partial<LineInput>>([
    { planned: 0 },
    { planned: null, actual: 1 },
    { certainty: 'conditional', condition: 'If the review agrees' },
    { secureFrom: 2026, secureUntil: 2026 },
    { endsOn: new Date('2026-04-01') },
  ])('%j is right', (over) => expect(said(over)).toBeNull());

  test('the first thing that is wrong is said, one at a time', () => {
    const all: Partial<LineInput> = {
      ...{ planned: null, certainty: 'conditional', secureFrom: 2027, secureUntil: 2026 },
      endsOn: new Date('2026-03-31'),
    };
    expect(said(all)?.[0]).toBe('AmountIsMissing');
    expect(said({ ...all, planned: 1 })?.[0]).toBe('ConditionIsUnclear');
    expect(said({ ...all, planned: 1, condition: 'If' })?.[0]).toBe('YearsAreTurnedRound');
  });
});
