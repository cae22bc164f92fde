import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { blankRow, STUDY, wholeRow } from '../../../../tests/support/factories/draft-rows';
import { MOST_CRITERIA } from '../criteria';
import { criteria, criteriaFrom, CRITERION_ROWS, halfCriterion, showSplit } from './criteria';
import { closingInstant, closingValues, dates } from './dates';
import { approvalsNeeded, ethics } from './ethics';
import { procurement, showBudget } from './procurement';
import { questionLines } from './scope';
import { messages, readStored, task, wholeNumberInput, type Missing, type Task } from './task';
import { showFee, showPublication, terms, termsFields } from './terms';

const read = <Shape extends z.ZodRawShape>(of: Task<Shape>, raw: object) => z.object(of.fields).parse(raw);
const missing = <Shape extends z.ZodRawShape>(of: Task<Shape>, raw: object, row = wholeRow()): Missing =>
  of.missing(read(of, raw), row);

describe('criteria', () => {
  const rows = (weights: (number | undefined)[]) =>
    Object.fromEntries(
      weights.flatMap((weight, index) => [
        [`name${index + 1}`, `Criterion of row ${index + 1}`],
        ...(weight === undefined ? [] : [[`weight${index + 1}`, String(weight)] as const]),
      ]),
    );
  const rest = { wordLimit: '3000', qualityWeight: '70' };

  test('as many weights as there are rows pass when they total 100, and only then', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: MOST_CRITERIA }),
        (weights) => {
          const total = weights.reduce((sum, one) => sum + one, 0);
          const found = missing(criteria, { ...rows(weights), ...rest });
          expect(found).toEqual(
            total === 100 ? {} : { weight1: `The weights must total exactly 100. They total ${total}` },
          );
        },
      ),
    );
  });

  test('weights are counted in whole points: no third of a point hides in a rounding', () => {
    const schema = z.object(criteria.fields);
    expect(schema.safeParse({ weight1: '33.3' }).success).toBe(false);
    expect(schema.safeParse({ weight1: '0' }).success).toBe(false);
    expect(schema.safeParse({ weight1: '1e2' }).success).toBe(true);
  });

  test('blank rows between are nothing; what is left keeps its order', () => {
    const values = read(criteria, {
      name2: 'Second',
      weight2: '40',
      name5: 'Fifth',
      weight5: '60',
      minimum5: '3',
      guidance5: 'Look twice',
    });
    expect(criteriaFrom(values)).toEqual([
      { name: 'Second', guidance: '', weight: 40, minimum: null },
      { name: 'Fifth', guidance: 'Look twice', weight: 60, minimum: 3 },
    ]);
    expect(criteria.missing({ ...values, ...{ wordLimit: 1000, qualityWeight: 70 } }, wholeRow())).toEqual(
      {},
    );
  });

  test.each([
    [{ name4: 'Named' }, 'weight4'],
    [{ weight4: '5' }, 'name4'],
    [{ guidance4: 'Guided' }, 'name4'],
    [{ minimum4: '0' }, 'name4'],
  ])('a row with only %j is half a criterion', (raw, field) => {
    expect(halfCriterion(read(criteria, raw))?.field).toBe(field);
    expect(Object.keys(missing(criteria, { ...raw, ...rest }))).toContain(field);
  });

  test('whole rows and blank ones are no half', () => {
    expect(halfCriterion(read(criteria, {}))).toBeUndefined();
    expect(halfCriterion(read(criteria, rows([50, 50])))).toBeUndefined();
  });

  test('what is stored comes back to the page as it was', () => {
    const row = wholeRow();
    const values = criteria.valuesOf(row);
    expect(criteriaFrom(values)).toEqual(
      row.criteria.map(({ name, guidance, weight, minimum }) => ({ name, guidance, weight, minimum })),
    );
    expect(CRITERION_ROWS).toHaveLength(MOST_CRITERIA);
  });

  test.each([
    [70, '70 to 30'],
    [0, '0 to 100'],
    [100, 'Quality alone; price is not scored'],
  ])('a quality weight of %d is shown as %s', (weight, shown) => {
    expect(showSplit(weight)).toBe(shown);
  });
});

describe('the closing instant', () => {
  test.each([
    ['2027-02-11', '17:00', '2027-02-11T17:00:00.000Z'],
    ['2027-07-01', '17:00', '2027-07-01T16:00:00.000Z'],
    ['2027-07-01', '9.30', '2027-07-01T08:30:00.000Z'],
    ['2027-03-28', '01:30', null],
    ['2027-10-31', '01:30', null],
    ['2027-10-31', '02:30', '2027-10-31T02:30:00.000Z'],
    ['2027-02-11', '12:60', null],
  ])('%s at %s in the UK is %s', (on, time, instant) => {
    expect(closingInstant(new Date(on), time)?.toISOString() ?? null).toBe(instant);
  });

  test('every hour and minute that a clock shows is read back as it was typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
        const typed = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        const instant = closingInstant(new Date('2027-06-15'), typed);
        expect(closingValues({ closesAt: instant })).toEqual({
          closesOn: new Date('2027-06-15'),
          closesTime: typed,
        });
      }),
    );
  });

  test.each(['24:00', '17:60', '5pm', '1700', '-1:00', '17:00:00', 'now()'])(
    '%s is no time',
    (closesTime) => {
      expect(z.object(dates.fields).safeParse({ closesTime }).success).toBe(false);
    },
  );
});

describe('ethics, data and security', () => {
  const whole = () => {
    const { marking, ...values } = ethics.valuesOf(wholeRow());
    return { ...values, marking };
  };

  test('work on personal data says basis, controller, processor and sharing', () => {
    for (const personalData of ['personal', 'special', 'criminalOffence'])
      expect(Object.keys(missing(ethics, { ...whole(), personalData }))).toEqual([
        'lawfulBasis',
        'controller',
        'processor',
        'dataSharing',
      ]);
    expect(missing(ethics, { ...whole(), personalData: 'none' })).toEqual({});
  });

  test('each principle has a colour, and amber and red a note', () => {
    expect(
      Object.keys(ethics.missing(read(ethics, {}), blankRow())).filter((one) => one.endsWith('Rating')),
    ).toHaveLength(6);
    for (const colour of ['amber', 'red']) {
      expect(Object.keys(missing(ethics, { ...whole(), harmRating: colour }))).toEqual(['harmNote']);
      expect(missing(ethics, { ...whole(), harmRating: colour, harmNote: 'Two people watch' })).toEqual({});
    }
  });

  test('approvals become milestones, in words; unreadable ones none', () => {
    expect(approvalsNeeded({ approvals: ['dpia', 'prisons'] })).toEqual([
      'Signed data protection impact assessment',
      'Approval for research in prisons or probation',
    ]);
    for (const stored of [null, undefined, {}, 'x', { approvals: ['bribe'] }])
      expect(approvalsNeeded(stored)).toEqual([]);
  });
});

describe('money and terms', () => {
  test.each([
    [null, null, ''],
    [null, 12_000_000, 'Up to £120,000 without VAT'],
    [9_000_000, 12_000_000, '£90,000 to £120,000 without VAT'],
    [12_000_000, 12_000_000, '£120,000 without VAT'],
  ])('a budget from %s to %s reads “%s”', (budgetMinimum, budgetMaximum, shown) => {
    expect(showBudget({ budgetMinimum, budgetMaximum })).toBe(shown);
  });

  test.each(['direct', 'exempt'])('%s needs a justification', (basis) => {
    const values = { ...procurement.valuesOf(wholeRow()), basis };
    expect(Object.keys(procurement.missing(values, wholeRow()))).toEqual(['justification']);
  });

  test('several awards only where the route has several', () => {
    const values = { ...terms.valuesOf(wholeRow()), awardsAvailable: 3 };
    expect(terms.missing(values, wholeRow())).toEqual({
      awardsAvailable: 'A commissioned study has one award',
    });
    expect(terms.missing(values, wholeRow({ route: { ...STUDY, severalAwards: true } }))).toEqual({});
  });

  test.each([
    [{ publication: 'free' }, 'Yes, whenever they like'],
    [{ publication: 'afterReview', reviewDays: 14 }, 'Yes, after 14 days’ sight'],
    [{ publication: 'afterReview' }, 'Yes, after the team has seen it'],
    [{ publication: 'no' }, 'No'],
    [{}, ''],
    [null, ''],
  ])('publication %j reads “%s”', (stored, shown) => {
    expect(showPublication(stored)).toBe(shown);
  });

  test.each([
    [{ fee: 'fixed', feeAmount: 100_050 }, 'A fee of £1,000.50'],
    [{ fee: 'fixed' }, 'A fixed fee'],
    [{ fee: 'unpaid', feeAmount: 5 }, 'Unpaid'],
    [undefined, ''],
  ])('payment %j reads “%s”', (stored, shown) => {
    expect(showFee(stored)).toBe(shown);
  });
});

describe('small parts', () => {
  test('each line of what is asked is one question, without the number somebody typed', () => {
    expect(questionLines('1. Who?\n\n  2) Where?\r\n- When?\n• Why?\n* How?\n2027 saw what?')).toEqual([
      'Who?',
      'Where?',
      'When?',
      'Why?',
      'How?',
      '2027 saw what?',
    ]);
    expect(questionLines(' \n \n')).toEqual([]);
  });

  test('what is stored and fits is read; anything else is as if nobody answered', () => {
    expect(readStored(termsFields, { ownership: 'crown', effort: 'A week' })).toMatchObject({
      ownership: 'crown',
      effort: 'A week',
    });
    fc.assert(
      fc.property(fc.jsonValue(), (stored) => {
        expect(() => readStored(termsFields, stored)).not.toThrow();
      }),
    );
  });

  test('only messages stand among what is missing', () => {
    expect(messages({ one: 'Say it', two: false, three: undefined, four: '' })).toEqual({ one: 'Say it' });
    expect(task(dates)).toBe(dates);
  });

  test.each([
    ['7', 7],
    ['', null],
    ['0', null],
    ['11', null],
    ['1.5', null],
    ['seven', null],
  ])('“%s” between 1 and 10 is %s', (typed, number) => {
    const result = wholeNumberInput(1, 10, 'Days').safeParse(typed === '' ? undefined : typed);
    expect(result.success ? (result.data ?? null) : null).toBe(number);
  });
});
