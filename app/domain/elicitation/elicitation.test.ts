import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nobody, someone } from '../../../tests/support/factories/actors';
import { isAllowed } from '../policy';
import { isRefusal } from '../refusal';
import { aggregate, standardise } from './aggregate';
import { showAmount, showFigure, stageOf, type ElicitationStage, type Quantity } from './elicitation';
import * as policy from './elicitation-policy';
import { readEstimates } from './estimate-form';
import { readFigure } from './figure-input';
import { openingInput, readClosings, readQuantities } from './opening-form';
import { lettersOf, resultOf } from './result';

const PARCELS: Quantity = {
  position: 1,
  kind: 'quantity',
  asks: 'How many?',
  unit: 'parcels',
  lower: 0,
  upper: 1000,
};

describe('standardising and joining', () => {
  // Worked by hand: 60 − (60 − 40) × 80/50 = 28; 60 + (90 − 60) × 80/50 = 108.
  test.each([
    ['half as sure is stretched', { lowest: 40, best: 60, highest: 90, confidence: 50 }, [28, 60, 108]],
    ['as sure as wanted stays', { lowest: 40, best: 60, highest: 90, confidence: 80 }, [40, 60, 90]],
    ['quite sure is drawn in', { lowest: 40, best: 60, highest: 90, confidence: 100 }, [44, 60, 84]],
    ['never below the least possible', { lowest: 5, best: 20, highest: 40, confidence: 50 }, [0, 20, 52]],
    [
      'never above the most possible',
      { lowest: 700, best: 900, highest: 990, confidence: 60 },
      [633.333333, 900, 1000],
    ],
  ] as const)('%s', (_what, given, [lowest, best, highest]) => {
    const made = standardise(given, PARCELS);
    expect(made.best).toBe(best);
    expect(made.lowest).toBeCloseTo(lowest, 5);
    expect(made.highest).toBeCloseTo(highest, 5);
  });

  // By hand. A: 100 − 50×80/80 = 50, 100 + 100×80/80 = 200. B: 150 − 50×80/50 = 70, 150 + 50×80/50 = 230.
  // C: 80 − 40×80/100 = 48, 80 + 60×80/100 = 128. Lowest (50 + 70 + 48) ÷ 3 = 56; best 330 ÷ 3 = 110;
  // highest (200 + 230 + 128) ÷ 3 = 186.
  const three = [
    { lowest: 50, best: 100, highest: 200, confidence: 80 },
    { lowest: 100, best: 150, highest: 200, confidence: 50 },
    { lowest: 40, best: 80, highest: 140, confidence: 100 },
  ];
  test('three experts come to the mean of their standardised ends', () =>
    expect(aggregate(three, PARCELS)).toEqual({ lowest: 56, best: 110, highest: 186 }));

  test('two are too few for any figure', () => expect(aggregate(three.slice(0, 2), PARCELS)).toBeNull());

  test('whatever is given, the joint interval is in order and within the bounds', () => {
    const figure = fc.double({ min: 0, max: 1000, noNaN: true });
    const interval = fc
      .tuple(figure, figure, figure, fc.integer({ min: 50, max: 100 }))
      .map(([a, b, c, confidence]) => {
        const [lowest = 0, best = 0, highest = 0] = [a, b, c].sort((x, y) => x - y);
        return { lowest, best, highest, confidence };
      });
    fc.assert(
      fc.property(fc.array(interval, { minLength: 3, maxLength: 12 }), (given) => {
        const joint = aggregate(given, PARCELS);
        if (!joint) throw new Error('three are enough');
        const slack = 1e-9;
        expect(joint.lowest).toBeLessThanOrEqual(joint.best + slack);
        expect(joint.best).toBeLessThanOrEqual(joint.highest + slack);
        expect(joint.lowest).toBeGreaterThanOrEqual(0);
        expect(joint.highest).toBeLessThanOrEqual(1000 + slack);
      }),
    );
  });
});

describe('reading what was typed', () => {
  test.each([
    ['1,200', 1200],
    ['£1 200', 1200],
    ['35%', 35],
    ['.5', 0.5],
    ['−3', -3],
    [' 7 ', 7],
    ['', null],
    ['1e9', null],
    ['seven', null],
    ['1.2.3', null],
    ['9999999999999', null],
    [['1'], null],
    ['NaN', null],
  ] as const)('%j is %j', (given, wanted) => expect(readFigure(given)).toBe(wanted));

  const sent = (over: Record<string, unknown> = {}) =>
    readEstimates([PARCELS], {
      ...{
        'e1-1-lowest': '10',
        'e1-2-highest': '90',
        'e1-3-best': '40',
        'e1-4-confidence': '70',
        'e1-5-reasons': ' Seizures. ',
      },
      ...over,
    });
  const messages = (over: Record<string, unknown>) => {
    const read = sent(over);
    return isRefusal(read) ? read.fields : null;
  };

  test('a whole estimate is read', () =>
    expect(sent()).toEqual([
      { position: 1, lowest: 10, highest: 90, best: 40, confidence: 70, reasons: 'Seizures.' },
    ]));

  test.each([
    [{ 'e1-3-best': '95' }, { 'e1-3-best': 'Your best guess has to lie between your lowest and highest' }],
    [
      { 'e1-2-highest': '10' },
      {
        'e1-2-highest': 'The highest has to be more than the lowest',
        'e1-3-best': 'Your best guess has to lie between your lowest and highest',
      },
    ],
    [{ 'e1-1-lowest': '-1' }, { 'e1-1-lowest': 'Enter a number from 0 parcels to 1,000 parcels' }],
    [{ 'e1-4-confidence': '49' }, { 'e1-4-confidence': 'Enter how sure you are, from 50 to 100' }],
    [{ 'e1-4-confidence': '101' }, { 'e1-4-confidence': 'Enter how sure you are, from 50 to 100' }],
    [{ 'e1-5-reasons': ' ' }, { 'e1-5-reasons': 'Say what your estimate rests on' }],
    [{ 'e1-5-reasons': 'x'.repeat(2001) }, { 'e1-5-reasons': 'Use 2,000 characters or fewer' }],
  ] as const)('%j is refused beside its field', (over, wanted) => expect(messages(over)).toEqual(wanted));

  test('nothing at all gets a message beside each of the five fields', () =>
    expect(
      Object.keys(
        messages({
          'e1-1-lowest': '',
          'e1-2-highest': null,
          'e1-3-best': [],
          'e1-4-confidence': {},
          'e1-5-reasons': 7,
        }) ?? {},
      ),
    ).toHaveLength(5));

  const opening = (over: Record<string, unknown>) =>
    openingInput.parse({ title: 'x', firstClosesOn: '2026-12-01', secondClosesOn: '2026-12-08', ...over });

  test('a probability needs no unit; quantities left empty are left out, and the rest move up', () =>
    expect(
      readQuantities(
        opening({
          ...{ 'q1-1-asks': 'Will it?', 'q1-2-kind': 'probability' },
          ...{
            'q3-1-asks': 'How many?',
            'q3-2-kind': 'quantity',
            'q3-3-unit': 'boats',
            'q3-4-lower': '0',
            'q3-5-upper': '1,000',
          },
        }),
      ),
    ).toEqual([
      { position: 1, kind: 'probability', asks: 'Will it?', unit: '%', lower: 0, upper: 100 },
      { position: 2, kind: 'quantity', asks: 'How many?', unit: 'boats', lower: 0, upper: 1000 },
    ]));

  test('a number without its unit and bounds is refused beside each', () => {
    const refused = readQuantities(
      opening({ 'q1-1-asks': 'How many?', 'q1-2-kind': 'quantity', 'q1-4-lower': '5', 'q1-5-upper': '5' }),
    );
    expect(isRefusal(refused) && refused.fields).toEqual({
      'q1-3-unit': 'Enter the unit, like parcels a month',
      'q1-5-upper': 'It has to be more than the least',
    });
  });

  test('rounds close at 5pm UK time, ahead and in order', () => {
    const now = new Date('2026-11-22T12:00:00Z');
    const read = readClosings(opening({ firstClosesOn: '2026-12-01', secondClosesOn: '2027-07-01' }), now);
    expect(read).toEqual({
      firstClosesAt: new Date('2026-12-01T17:00:00Z'),
      secondClosesAt: new Date('2027-07-01T16:00:00Z'),
    });
    expect(readClosings(opening({ firstClosesOn: '2026-11-21' }), now)).toMatchObject({
      name: 'ClosingIsNotAhead',
    });
    expect(readClosings(opening({ secondClosesOn: '2026-12-01' }), now)).toMatchObject({
      name: 'ClosingsAreNotInOrder',
    });
  });
});

describe('the stage', () => {
  const day = (text: string) => new Date(`2026-12-${text}T17:00:00Z`);
  const stamps = { firstClosesAt: day('01'), secondClosesAt: day('08'), withdrawnAt: null };
  test.each<[string, Date, number, ElicitationStage]>([
    ['before the first closing', new Date(day('01').getTime() - 1), 0, 'first'],
    ['at the first closing, of three', day('01'), 3, 'second'],
    ['at the first closing, of two', day('01'), 2, 'tooFew'],
    ['before the second closing', new Date(day('08').getTime() - 1), 4, 'second'],
    ['at the second closing', day('08'), 4, 'closed'],
    ['at the second closing, of two', day('08'), 2, 'tooFew'],
  ])('%s', (_what, now, count, stage) => expect(stageOf(stamps, count, now)).toBe(stage));
  test('withdrawn is withdrawn, whatever the clock', () =>
    expect(stageOf({ ...stamps, withdrawnAt: day('01') }, 9, day('09'))).toBe('withdrawn'));
});

describe('who may do what', () => {
  const [expert, late, gone, other] = ['expert', 'late', 'gone', 'other'].map((id) =>
    someone({ id, expert: true }),
  );
  const everybody = {
    visitor: nobody,
    ...{ expert, late, gone, other },
    coordinator: someone({ id: 'coordinator', roles: ['coordinator'] }),
    administrator: someone({ id: 'administrator', roles: ['administrator'] }),
    auditor: someone({ id: 'auditor', roles: ['auditor'] }),
  };
  const finding = {
    ...{ submittedById: 'sharer', state: 'published' as const, everPublished: true, everSubmitted: true },
    ...{ released: true, open: null },
  };
  const at = (stage: ElicitationStage): policy.ElicitationStanding => ({
    ...{ question: null, finding, stage, gaveFirst: ['expert', 'gone'] },
    experts: [
      { personId: 'expert', leftAt: null },
      { personId: 'late', leftAt: null },
      { personId: 'gone', leftAt: new Date('2026-12-02') },
    ],
  });
  const allowed = (may: typeof policy.mayEstimate, stage: ElicitationStage) =>
    Object.entries(everybody)
      .filter(([, actor]) => actor && isAllowed(may(actor, at(stage))))
      .map(([name]) => name);

  const inIt = ['expert', 'late', 'gone', 'coordinator'];
  test.each<[string, typeof policy.mayEstimate, Partial<Record<ElicitationStage, string[]>>]>([
    [
      'sees it',
      policy.maySeeElicitation,
      {
        first: inIt,
        second: inIt,
        tooFew: inIt,
        withdrawn: inIt,
        closed: ['expert', 'late', 'gone', 'other', 'coordinator', 'administrator', 'auditor'],
      },
    ],
    [
      'estimates',
      policy.mayEstimate,
      { first: ['expert', 'late'], second: ['expert'], closed: [], tooFew: [], withdrawn: [] },
    ],
    [
      'reads first estimates',
      policy.mayReadFirst,
      { first: [], second: ['expert', 'coordinator'], tooFew: [], withdrawn: [] },
    ],
    [
      'reads the result',
      policy.mayReadResult,
      {
        first: [],
        second: [],
        tooFew: [],
        withdrawn: [],
        closed: ['expert', 'late', 'gone', 'other', 'coordinator', 'administrator', 'auditor'],
      },
    ],
    [
      'discusses',
      policy.mayComment,
      { first: [], second: ['expert', 'coordinator'], closed: [], tooFew: [] },
    ],
    ['invites', policy.mayInviteExperts, { first: ['coordinator'], second: [], closed: [] }],
    [
      'leaves',
      policy.mayLeaveElicitation,
      { first: ['expert', 'late'], second: ['expert', 'late'], closed: [] },
    ],
    [
      'withdraws it',
      policy.mayWithdrawElicitation,
      { first: ['coordinator'], second: ['coordinator'], closed: [], withdrawn: [] },
    ],
  ])('who %s', (_what, may, wanted) => {
    for (const [stage, who] of Object.entries(wanted))
      expect([stage, allowed(may, stage as ElicitationStage)]).toEqual([stage, who]);
  });
});

describe('what is shown', () => {
  const estimate = (best: number) => ({
    position: 1,
    lowest: best - 10,
    highest: best + 10,
    best,
    confidence: 80,
    reasons: 'x',
  });
  const drawn = ['d', 'a', 'c', 'b'].map((personId) => ({ personId }));
  const gave = ['a', 'b', 'c', 'd'];
  const given = [
    ...gave.map((personId, at) => ({ personId, round: 1 as const, estimates: [estimate(100 + at * 100)] })),
    { personId: 'a', round: 2 as const, estimates: [estimate(150)] },
  ];

  test('letters follow the draw, and leaving frees none', () => {
    expect([...lettersOf(drawn, gave)]).toEqual([
      ['d', 'A'],
      ['a', 'B'],
      ['c', 'C'],
      ['b', 'D'],
    ]);
    expect(lettersOf(drawn, ['a', 'b']).get('b')).toBe('B');
  });

  test('who gave no second estimate keeps the first; before the closing there is no result', () => {
    const told = { quantities: [PARCELS], given, letters: lettersOf(drawn, gave), ownId: 'a' };
    const [result] = resultOf({ ...told, closed: true });
    expect(result?.answers.map(({ letter, isOwn, moved }) => [letter, isOwn, moved])).toEqual([
      ['A', false, null],
      ['B', true, 50],
      ['C', false, null],
      ['D', false, null],
    ]);
    expect(result?.first?.best).toBe(250);
    expect(result?.final?.best).toBe((150 + 200 + 300 + 400) / 4);
    expect(resultOf({ ...told, closed: false })[0]?.final).toBeNull();
  });

  test.each([
    [0, '0'],
    [0.12345, '0.123'],
    [6.0714, '6.07'],
    [71.79, '71.8'],
    [35, '35'],
    [1234.5, '1,235'],
    [-0.5, '-0.5'],
    [1_000_000, '1,000,000'],
  ])('%d reads %s', (value, text) => expect(showFigure(value)).toBe(text));
  test('a probability has its sign', () =>
    expect([showAmount(35, '%'), showAmount(2, 'boats'), showAmount(1, 'boats')]).toEqual([
      ...['35%', '2 boats', '1 boat'],
    ]));
});
