import { parseWithZod } from '@conform-to/zod/v4';
import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  dayInput,
  isoDayInput,
  listInput,
  moneyInput,
  optionalDayInput,
  optionalMoneyInput,
  optionalTextInput,
  textInput,
} from './form-inputs';

const schema = z.strictObject({
  due: dayInput('Enter when it is due'),
  review: optionalDayInput(),
  budget: moneyInput('Enter a budget'),
  fee: optionalMoneyInput(),
  title: textInput('Enter a title', 20),
  note: optionalTextInput(20),
  areas: listInput(z.string()),
});

const form = (fields: Record<string, string | string[]>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) data.append(name, one);
  return data;
};
const whole = {
  'due.day': '1',
  'due.month': '2',
  'due.year': '2027',
  budget: '£1,200.50',
  title: ' A title ',
};

test('a form is read, and its result reads again as itself', () => {
  const submission = parseWithZod(form({ ...whole, areas: 'one' }), { schema });
  if (submission.status !== 'success') throw new Error(JSON.stringify(submission.reply()));
  const value = submission.value;
  expect(value).toMatchObject({ budget: 120_050, title: 'A title', note: '', areas: ['one'] });
  expect(value.due.toISOString()).toBe('2027-02-01T00:00:00.000Z');
  expect(schema.parse(value)).toEqual(value);
});

test('a box that is sent twice counts once', () => {
  const submission = parseWithZod(form({ ...whole, areas: ['one', 'two', 'one'] }), { schema });
  expect(submission.status === 'success' && submission.value.areas).toEqual(['one', 'two']);
});

test.each([
  [{ 'due.day': '31', 'due.month': '2' }, 'due', 'Enter a real date, like 21 11 2026'],
  [{ 'due.day': '', 'due.month': '', 'due.year': '' }, 'due', 'Enter when it is due'],
  [{ budget: 'lots' }, 'budget', 'Enter an amount in pounds, like £120,000'],
  [{ budget: '' }, 'budget', 'Enter a budget'],
  [{ title: '   ' }, 'title', 'Enter a title'],
  [{ title: '' }, 'title', 'Enter a title'],
  [{ title: 'x'.repeat(21) }, 'title', 'Use 20 characters or fewer'],
])('%o is refused beside %s', (change, field, message) => {
  const reply = parseWithZod(form({ ...whole, ...change }), { schema }).reply();
  expect(reply.error?.[field]).toEqual([message]);
});

test.each([-1, 0.5, 2_000_000_001, Number.MAX_SAFE_INTEGER, NaN, Infinity])(
  '%s pence are no amount, whether needed or not',
  (pence) => {
    expect([
      moneyInput('Enter it').safeParse(pence).success,
      optionalMoneyInput().safeParse(pence).success,
    ]).toEqual([false, false]);
  },
);

test('a day of an address is one of the years that forms take', () => {
  const days = ['1900-01-01', '2024-02-29', '2200-12-31'];
  const none = [
    '0000-01-01',
    '0001-01-01',
    '1899-12-31',
    '2201-01-01',
    '9999-12-31',
    '2023-02-29',
    'soon',
    '',
  ];
  expect([...days, ...none].filter((day) => isoDayInput().safeParse(day).success)).toEqual(days);
});
