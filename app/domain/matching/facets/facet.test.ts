import { expect, test } from 'vitest';
import { CHOICES, fieldCalled } from '../language/fields';
import { readQuery } from '../language/query-language';
import { facetFields, FACETS, facetsOf, type ValueCount } from './facet';

const count = (
  field: ValueCount['field'],
  value: string,
  number: number,
  over: Partial<ValueCount> = {},
) => ({
  ...{ noun: 'finding' as const, field, value, number, label: null },
  ...over,
});
const shown = (counts: ValueCount[]) =>
  facetsOf(counts).map(({ field, values }) => [
    field,
    values.map(({ value, label, number }) => `${value} ${label} ${number}`),
  ]);

test('nothing counted offers nothing', () => {
  expect(facetsOf([])).toEqual([]);
});

test('every facet is a field of the language, with words of its own', () => {
  for (const field of facetFields) {
    expect(fieldCalled(field)?.name).toBe(field);
    expect(FACETS[field]).toMatch(/^[A-Z][a-z ]+$/);
  }
});

test('counts of one value are summed over what was found of each kind', () => {
  const fraud = { label: 'Fraud' };
  expect(
    shown([
      count('threat', 'fraud', 2, fraud),
      count('threat', 'fraud', 3, { ...fraud, noun: 'question' }),
      count('threat', 'fraud', 1, { ...fraud, noun: 'expert' }),
    ]),
  ).toEqual([['threat', ['fraud Fraud 6']]]);
});

test('facets stand in their order, values by their number and then by name, years with the latest first', () => {
  expect(
    shown([
      count('year', '2019', 9),
      count('year', '2024', 1),
      count('confidence', 'low', 2),
      count('confidence', 'high', 2),
      count('confidence', 'none', 7),
      count('type', 'process', 1),
    ]),
  ).toEqual([
    ['type', ['process Process evaluation 1']],
    ['confidence', ['none Not yet appraised 7', 'high High 2', 'low Low 2']],
    ['year', ['2024 2024 1', '2019 2019 9']],
  ]);
});

test('the eight commonest values are offered', () => {
  const many = Array.from({ length: 12 }, (_, place) =>
    count('threat', `t${place}`, place, { label: `T${place}` }),
  );
  const [[, values] = []] = shown(many);
  expect(values).toHaveLength(8);
  expect(values?.[0]).toBe('t11 T11 11');
});

test('a question whose clarifications are closed counts as open too, as the language has it', () => {
  const state = (value: string, number: number) => count('state', value, number, { noun: 'question' });
  const [[, values] = []] = shown([
    state('open', 2),
    state('clarificationsClosed', 1),
    state('inEvaluation', 1),
  ]);
  expect(values).toEqual([
    'open Open 3',
    'in-evaluation In evaluation 1',
    'clarifications-closed Open, clarifications closed 1',
  ]);
});

test.each([
  ['type', 'expertJudgement', 'type:expert-judgement', 'Expert judgement'],
  ['state', 'inEvaluation', 'state:in-evaluation', 'In evaluation'],
  ['released', 'yes', 'released:yes', 'Yes'],
  ['origin', 'shared', 'origin:shared', 'Shared research'],
  ['kind', 'police-force', 'kind:police-force', 'Police force'],
  ['confidence', 'none', 'confidence:none', 'Not yet appraised'],
] as const)('%s %s is typed %s and called %s', (field, stored, typed, label) => {
  const [facet] = facetsOf([count(field, stored, 1)]);
  const [value] = facet?.values ?? [];
  expect([`${field}:${value?.value}`, value?.label]).toEqual([typed, label]);
  expect(readQuery(typed).problems).toEqual([]);
});

test('each word of a choice has a name of its own', () => {
  for (const field of ['type', 'confidence', 'origin', 'kind'] as const)
    for (const word of CHOICES[field] ?? []) {
      const stored = word.replaceAll(/-(\w)/g, (whole, letter: string) =>
        field === 'type' ? letter.toUpperCase() : whole,
      );
      const [facet] = facetsOf([count(field, stored, 1)]);
      expect(facet?.values[0]?.label, word).toMatch(/^[A-Z]/);
    }
});
