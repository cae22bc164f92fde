import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { newReference } from '../new-reference.server';
import { PARTS, WANTED } from './measure';
import {
  definitionFields,
  measureFields,
  numberInput,
  optionalNumberInput,
  optionalWhole,
  readNumber,
  revisionInput,
  valueFields,
} from './measure-form';
import { PERIOD_KINDS } from './period';

/** What a field makes of a value, or its messages. */
function read(field: z.ZodType, given: unknown): unknown {
  const result = field.safeParse(given);
  return result.success ? { is: result.data } : result.error.issues.map(({ message }) => message);
}
const NOT_A_NUMBER = ['Enter a number, like 1,240 or 4.5'];

describe('a number as typed', () => {
  test.each<[unknown, number | null]>([
    ['1000000000000', 1e12],
    ['1,000,000,000,000', 1e12],
    ['1000000000001', null],
    ['1,000,000,000,000.5', null],
    ['-1000000000000', -1e12],
    ['-1000000000001', null],
    ['0.0001', 0.0001],
    ['007', 7],
    ['12,345,678.9', 12_345_678.9],
    ['1234,567', null],
    ['1,2345', null],
    [',123', null],
    ['1,,234', null],
    ['+5', null],
    ['--5', null],
    ['- 5', null],
    ['.5', null],
    ['5.', null],
    ['1.2.3', null],
    ['1 000', null],
    ['0x10', null],
    ['Infinity', null],
    ['NaN', null],
    ['£5', null],
    ['5%', null],
    ['٣', null],
    ['５', null],
    ['1\n2', null],
    ['\t5\n', 5],
    ['<b>5</b>', null],
    ["5'; DROP TABLE measure; --", null],
    [Number.POSITIVE_INFINITY, null],
    [Number.NEGATIVE_INFINITY, null],
    [-0.5, -0.5],
    [true, null],
    [null, null],
    [undefined, null],
    [[5], null],
    [{ value: 5 }, null],
    [new Date(0), null],
  ])('%j is %j', (given, value) => expect(readNumber(given)).toBe(value));

  test('is read back from how it is written with commas, to the last digit', () => {
    const grouped = new Intl.NumberFormat('en-GB');
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (value) => {
        expect(readNumber(grouped.format(value))).toBe(value);
        expect(readNumber(` ${value} `)).toBe(value);
      }),
    );
  });

  test('never is anything but a finite number or none, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.anything()), (given) => {
        const value = readNumber(given);
        expect(value === null || Number.isFinite(value)).toBe(true);
      }),
    );
  });
});

describe('number fields', () => {
  const needed = numberInput('Enter the figure');
  test.each<[unknown, unknown]>([
    [undefined, ['Enter the figure']],
    [null, ['Enter the figure']],
    ['', ['Enter the figure']],
    [' ', NOT_A_NUMBER],
    ['many', NOT_A_NUMBER],
    [0, { is: 0 }],
    ['0', { is: 0 }],
    ['-3.5', { is: -3.5 }],
  ])('a figure %j', (given, is) => expect(read(needed, given)).toEqual(is));

  test.each<[unknown, unknown]>([
    [undefined, { is: null }],
    [null, { is: null }],
    ['', { is: null }],
    ['0', { is: 0 }],
    ['x', NOT_A_NUMBER],
    [' ', NOT_A_NUMBER],
    [Number.NaN, NOT_A_NUMBER],
  ])('a figure that may be missing %j', (given, is) => expect(read(optionalNumberInput, given)).toEqual(is));

  const months = optionalWhole(240, 'Enter whole months, at most 240');
  test.each<[unknown, unknown]>([
    ['', { is: null }],
    ['-1', ['Enter whole months, at most 240']],
    ['0', { is: 0 }],
    ['1', { is: 1 }],
    ['1.5', ['Enter whole months, at most 240']],
    ['239', { is: 239 }],
    ['240', { is: 240 }],
    ['241', ['Enter whole months, at most 240']],
    ['1,000', ['Enter whole months, at most 240']],
  ])('whole months %j', (given, is) => expect(read(months, given)).toEqual(is));

  test.each<[unknown, boolean]>([
    ['0', false],
    ['1', true],
    [1, true],
    ['1.5', false],
    ['-1', false],
    ['', false],
    ['x', false],
    [undefined, false],
  ])('a revision %j is one: %j', (given, is) => expect(revisionInput.safeParse(given).success).toBe(is));
});

describe('the fields of a measure', () => {
  const form = z.strictObject(measureFields);
  const whole = {
    ...{
      name: 'Children kept safe',
      about: 'area:fraud',
      class: 'outcome',
      part: 'impact',
      unit: 'children',
    },
    ...{ wanted: 'higher', periodKind: 'quarter' },
  };
  const wrong = (over: Record<string, unknown>) => {
    const result = form.safeParse({ ...whole, ...over });
    return result.success ? {} : z.flattenError(result.error).fieldErrors;
  };

  test('what may be missing is none, and no owner is the empty text', () => {
    expect(form.parse(whole)).toEqual({
      ...whole,
      ...{ baseline: null, baselineOn: undefined, effectMonths: null },
      ...{ organisation: '', owner: '', reviewOn: undefined },
    });
  });

  test('a form read once is read again as it is', () => {
    const [owner, organisation] = [newReference(), newReference()];
    const given = { ...whole, baseline: '1,240', effectMonths: '18', owner, organisation };
    const once = form.parse({ ...given, baselineOn: '2025-01-01', reviewOn: '2027-02-28' });
    expect(form.parse(once)).toEqual(once);
    expect(once).toMatchObject({ baseline: 1240, effectMonths: 18, owner, organisation });
    expect(once.baselineOn).toEqual(new Date('2025-01-01'));
  });

  test('an empty form says of each field what to give, and of no optional field', () => {
    const result = form.safeParse({});
    expect(result.success ? {} : z.flattenError(result.error).fieldErrors).toEqual({
      name: ['Enter what the measure is called'],
      about: ['Choose what it is about'],
      class: ['Choose whether it counts an input, an output or an outcome'],
      part: ['Choose effort, impact or threat reduction'],
      unit: ['Enter what is counted, like victims or %'],
      wanted: ['Choose which way is better'],
      periodKind: ['Choose how often it is counted'],
    });
  });

  test.each<[string, unknown, string[] | undefined]>([
    ['name', 'x'.repeat(200), undefined],
    ['name', 'x'.repeat(201), ['Use 200 characters or fewer for “Name”']],
    ['name', ' \r\n ', ['Enter what the measure is called']],
    ['name', 7, ['Enter what the measure is called']],
    ['unit', 'x'.repeat(60), undefined],
    ['unit', 'x'.repeat(61), ['Use 60 characters or fewer for “Unit”']],
    ['about', 'priority:H7K4QXMF', undefined],
    ['about', 'objective:H7K4-QXMF', undefined],
    ['about', 'area:', ['Choose what it is about']],
    ['about', `area:${'x'.repeat(100)}`, undefined],
    ['about', `area:${'x'.repeat(101)}`, ['Choose what it is about']],
    ['about', 'award:H7K4QXMF', ['Choose what it is about']],
    ['about', 'AREA:fraud', ['Choose what it is about']],
    ['about', ' area:fraud', ['Choose what it is about']],
    ['about', 'area:fraud\narea:drugs', ['Choose what it is about']],
    ['class', 'Outcome', ['Choose whether it counts an input, an output or an outcome']],
    ['class', '__proto__', ['Choose whether it counts an input, an output or an outcome']],
    ['part', 'threat', ['Choose effort, impact or threat reduction']],
    ['wanted', 'up', ['Choose which way is better']],
    ['periodKind', 'week', ['Choose how often it is counted']],
    ['baseline', '4 %', NOT_A_NUMBER],
    [
      'baselineOn',
      '2025-02-29',
      ['Enter a real date for “First day of the baseline period”, like 21 11 2026'],
    ],
    ['reviewOn', '2027-13-01', ['Enter a real date for “Look at it again on”, like 21 11 2026']],
    ['reviewOn', { day: '', month: '', year: '' }, undefined],
    [
      'reviewOn',
      { day: '1', month: '', year: '' },
      ['Enter a real date for “Look at it again on”, like 21 11 2026'],
    ],
    ['effectMonths', '12.5', ['Enter whole months, at most 240']],
    ['owner', 'Olive', ['Choose one of the list']],
    ['organisation', '22222223', ['Choose one of the list']],
  ])('%s %j', (field, given, messages) =>
    expect(wrong({ [field]: given })).toEqual(messages ? { [field]: messages } : {}),
  );

  test('takes every part, direction and period, and no field beside its own', () => {
    for (const part of Object.keys(PARTS)) expect(wrong({ part })).toEqual({});
    for (const wanted of Object.keys(WANTED)) expect(wrong({ wanted })).toEqual({});
    for (const periodKind of Object.keys(PERIOD_KINDS)) expect(wrong({ periodKind })).toEqual({});
    expect(form.safeParse({ ...whole, state: 'inUse' }).success).toBe(false);
  });
});

describe('the fields of a definition and of a figure', () => {
  const messages = (shape: z.ZodRawShape, given: object) => {
    const result = z.strictObject(shape).safeParse(given);
    return result.success ? {} : z.flattenError(result.error).fieldErrors;
  };

  test('each says what is missing', () => {
    expect(messages(definitionFields, {})).toEqual({
      definition: ['Say exactly what is counted'],
      method: ['Say how it is counted'],
      definitionSource: ['Say where the figures come from'],
      holdsFrom: ['Enter from when this definition holds'],
    });
    expect(messages(valueFields, {})).toEqual({
      startsOn: ['Choose the period'],
      value: ['Enter the figure'],
      source: ['Say where the figure comes from'],
      confidence: ['Choose how sound the figure is'],
    });
  });

  const definition = { definition: 'D', method: 'M', definitionSource: 'S', holdsFrom: '2026-01-01' };
  test.each([
    ['definition', 4000, 'Definition'],
    ['method', 4000, 'Method'],
    ['definitionSource', 1000, 'Source'],
  ])('%s takes %i characters and no more', (field, most, called) => {
    expect(messages(definitionFields, { ...definition, [field]: 'é'.repeat(most) })).toEqual({});
    expect(messages(definitionFields, { ...definition, [field]: 'é'.repeat(most + 1) })).toEqual({
      [field]: [`Use ${most.toLocaleString('en-GB')} characters or fewer for “${called}”`],
    });
  });

  const figure = { startsOn: '2026-01-01', value: '4', source: 'Return 7', confidence: 'moderate' };
  test.each<[string, unknown, string[] | undefined]>([
    ['source', 'x'.repeat(1000), undefined],
    ['source', 'x'.repeat(1001), ['Use 1,000 characters or fewer for “Source”']],
    ['note', 'x'.repeat(2000), undefined],
    ['note', 'x'.repeat(2001), ['Use 2,000 characters or fewer for “Note”']],
    ['confidence', 'certain', ['Choose how sound the figure is']],
    ['startsOn', '1899-12-31', ['Enter a real date, like 21 11 2026']],
    ['startsOn', '1900-01-01', undefined],
    ['startsOn', '2201-01-01', ['Enter a real date, like 21 11 2026']],
    ['value', '1e3', NOT_A_NUMBER],
  ])('%s of a figure', (field, given, said) =>
    expect(messages(valueFields, { ...figure, [field]: given })).toEqual(said ? { [field]: said } : {}),
  );
});
