import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { ADVICE, blankRow, STUDY } from '../../../../tests/support/factories/draft-rows';
import type { CriterionDraft } from '../criteria';
import { USUAL_METHOD, type AwardMethod } from './award-method';
import {
  METHOD_LABELS,
  methodAnswers,
  methodFields,
  methodFrom,
  methodValues,
  missingMethod,
} from './method-fields';

const schema = z.object(methodFields);
const WHOLE: AwardMethod = {
  awardFormula: 'lowestPrice',
  qualityThreshold: 65,
  tieBreak: ['price', 'heaviest'],
  lowPricePercent: 40,
  lowCostPercent: 80,
  interviewMode: 'adjustment',
  interviewPlaces: 3,
  interviewFrom: 50,
  interviewPoints: 5,
  replyWorkingDays: 2,
  replyWords: 300,
};

const criterion = (stage?: 'written' | 'interview'): CriterionDraft => ({
  name: stage ?? 'usual',
  guidance: '',
  weight: 50,
  minimum: null,
  ...(stage ? { stage } : {}),
});
const WRITTEN = [criterion(), criterion('written')];

describe('what the form takes', () => {
  test.each([
    ['qualityThreshold', 1, 100],
    ['lowPricePercent', 1, 99],
    ['lowCostPercent', 1, 100],
    ['interviewPlaces', 1, 50],
    ['interviewFrom', 1, 100],
    ['interviewPoints', 1, 50],
    ['replyWorkingDays', 1, 20],
    ['replyWords', 50, 2000],
  ] as const)('%s is a whole number from %i to %i, or not said yet', (field, least, most) => {
    const read = (value: unknown) => schema.safeParse({ [field]: value });
    for (const value of [least, most, String(least), String(most), undefined])
      expect([value, read(value).success]).toEqual([value, true]);
    for (const value of [least - 1, most + 1, least + 0.5, 'many', '1e9', 'NaN', '-1', 'Infinity', {}]) {
      const found = read(value);
      expect([value, found.success]).toEqual([value, false]);
      expect(found.error?.issues[0]?.message).toContain(METHOD_LABELS[field]);
    }
  });

  test.each(['awardFormula', 'tieBreak1', 'tieBreak2', 'tieBreak3', 'interviewMode'] as const)(
    '%s is one of the answers offered or none',
    (field) => {
      expect(schema.safeParse({}).success).toBe(true);
      for (const value of ['', 'cheapest', 'WEIGHTED', '__proto__', 'toString'])
        expect([value, schema.safeParse({ [field]: value }).success]).toEqual([value, false]);
    },
  );

  test('every field has a label, no two the same', () => {
    expect(Object.keys(METHOD_LABELS).sort()).toEqual(Object.keys(methodFields).sort());
    const labels = Object.values(METHOD_LABELS);
    expect(new Set(labels).size).toBe(labels.length);
  });
});

describe('a method from the form and back', () => {
  test.each<[string, AwardMethod]>([
    ['the usual one', USUAL_METHOD],
    ['one with every option', WHOLE],
    ['one without a tie-break', { ...WHOLE, tieBreak: [] }],
    ['half of one', { ...USUAL_METHOD, interviewMode: 'criteria', replyWords: 60 }],
  ])('%s is the same afterwards', (_, method) => {
    const values = methodValues(blankRow(method));
    expect(methodFrom(values, STUDY)).toEqual(method);
    expect(schema.safeParse(values).success).toBe(true);
  });

  test('nothing said is the usual method, but for the tie-break, which is then a written reason', () => {
    expect(methodFrom({}, STUDY)).toEqual({ ...USUAL_METHOD, tieBreak: [] });
  });

  test('where price is not scored nothing about prices is kept, whatever was sent', () => {
    expect(methodFrom(methodValues(blankRow(WHOLE)), ADVICE)).toEqual({
      ...WHOLE,
      awardFormula: 'weighted',
      lowPricePercent: null,
      lowCostPercent: null,
    });
  });

  test('a tie-break left open in the middle closes up, and what is none is left out', () => {
    const of = (...order: unknown[]) =>
      methodFrom({ tieBreak1: order[0], tieBreak2: order[1], tieBreak3: order[2] }, STUDY).tieBreak;
    expect(of(undefined, 'price', undefined)).toEqual(['price']);
    expect(of('heaviest', undefined, 'quality')).toEqual(['heaviest', 'quality']);
    expect(of('coin', 7, null)).toEqual([]);
  });

  test('what is no number, formula or way to interview counts as not said', () => {
    const hostile = {
      awardFormula: 'constructor',
      interviewMode: 'x',
      qualityThreshold: '50',
      interviewPlaces: {},
      replyWords: [60],
      replyWorkingDays: null,
    };
    expect(methodFrom(hostile, STUDY)).toEqual({ ...USUAL_METHOD, tieBreak: [] });
  });
});

describe('what a whole method still needs', () => {
  const missing = (values: object, criteria = WRITTEN, row = blankRow({ budgetMaximum: 100 })) =>
    Object.keys(missingMethod({ ...values }, criteria, row)).sort();

  test('the usual one needs nothing', () => {
    expect(missing({})).toEqual([]);
    expect(missing(methodValues(blankRow(WHOLE)))).toEqual([]);
  });

  test.each([
    ['weighted', []],
    ['pricePerPoint', []],
    ['lowestPrice', ['qualityThreshold']],
    ['highestQuality', ['qualityThreshold']],
  ])('%s without a quality to reach misses %j', (awardFormula, fields) => {
    expect(missing({ awardFormula })).toEqual(fields);
    expect(missing({ awardFormula, qualityThreshold: 60 })).toEqual([]);
    expect(missing({ awardFormula }, WRITTEN, blankRow({ route: ADVICE }))).toEqual([]);
  });

  test('the highest quality within the budget needs a budget', () => {
    const chosen = { awardFormula: 'highestQuality', qualityThreshold: 60 };
    expect(missing(chosen, WRITTEN, blankRow())).toEqual(['awardFormula']);
    expect(missing(chosen)).toEqual([]);
  });

  test('each way to decide between level bids is chosen once', () => {
    expect(missing({ tieBreak1: 'price', tieBreak2: 'price' })).toEqual(['tieBreak2']);
    expect(missing({ tieBreak1: 'price', tieBreak3: 'price' })).toEqual(['tieBreak2']);
    expect(missing({ tieBreak1: 'price', tieBreak2: 'quality', tieBreak3: 'heaviest' })).toEqual([]);
    expect(missing({ tieBreak1: undefined, tieBreak2: '', tieBreak3: undefined })).toEqual([]);
  });

  test.each([
    [
      'no interviews, a criterion at interview',
      undefined,
      [criterion(), criterion('interview')],
      ['interviewMode'],
    ],
    ['criteria, none of them marked', 'criteria', WRITTEN, ['interviewMode', 'interviewPlaces']],
    [
      'criteria, all of them marked',
      'criteria',
      [criterion('interview')],
      ['interviewMode', 'interviewPlaces'],
    ],
    ['criteria, one of two marked', 'criteria', [criterion(), criterion('interview')], ['interviewPlaces']],
    ['points, without places and most points', 'adjustment', WRITTEN, ['interviewPlaces', 'interviewPoints']],
    [
      'points, with a criterion at interview',
      'adjustment',
      [criterion(), criterion('interview')],
      ['interviewMode', 'interviewPlaces', 'interviewPoints'],
    ],
  ])('interviews: %s', (_, interviewMode, criteria, fields) => {
    expect(missing({ interviewMode }, criteria)).toEqual(fields);
  });

  test('a right of reply says both how long and in how many words', () => {
    expect(missing({ replyWorkingDays: 2 })).toEqual(['replyWords']);
    expect(missing({ replyWords: 300 })).toEqual(['replyWorkingDays']);
    expect(missing({ replyWorkingDays: 2, replyWords: 300 })).toEqual([]);
  });
});

describe('check-answers', () => {
  const labels = (row: Partial<AwardMethod>, route = STUDY) =>
    methodAnswers(blankRow({ ...row, route })).map(({ label }) => label);

  test('shows what a question has, and no row for what it has not', () => {
    expect(labels({})).toEqual([METHOD_LABELS.awardFormula, 'Between level bids']);
    expect(labels({}, ADVICE)).toEqual(['Between level bids']);
    expect(labels(WHOLE)).toEqual([
      METHOD_LABELS.awardFormula,
      METHOD_LABELS.qualityThreshold,
      'Between level bids',
      'Abnormally low prices',
      'Interviews',
      'Right of reply',
    ]);
  });

  test('says what was chosen, in words', () => {
    const said = Object.fromEntries(methodAnswers(blankRow(WHOLE)).map(({ label, value }) => [label, value]));
    expect(said[METHOD_LABELS.awardFormula]).toBe('Lowest price among bids of enough quality');
    expect(said[METHOD_LABELS.qualityThreshold]).toBe('65');
    expect(said['Between level bids']).toBe(
      'lower price, then higher score on the criterion with the greatest weight, then a reason that the moderator writes down',
    );
  });
});
