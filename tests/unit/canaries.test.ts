import { expect, test } from 'vitest';
import { Canaries } from '../trust/support/canaries';

test('a word is found as text, in hexadecimal and in base64 wherever it starts', () => {
  const canaries = new Canaries();
  const word = canaries.next();
  expect(canaries.in('nothing here')).toEqual([]);
  for (const before of ['', 'a', 'ab', 'abc', 'abcd']) {
    const text = `${before}${word} and more`;
    expect(canaries.in(text)).toEqual([word]);
    expect(canaries.in(Buffer.from(text).toString('hex'))).toEqual([word]);
    expect(canaries.in(Buffer.from(text).toString('base64'))).toEqual([word]);
    expect(canaries.inBytes(Buffer.from(text))).toEqual([word]);
  }
});

test('an amount is found as pence, as typed and as shown', () => {
  const canaries = new Canaries();
  const typed = canaries.nextAmount();
  const pounds = Number(typed.split('.')[0]);
  expect(canaries.in(`£${pounds.toLocaleString('en-GB')}.${typed.split('.')[1]}`)).toHaveLength(1);
  expect(canaries.in(`"amount":${typed.replace('.', '')}`)).toHaveLength(1);
});
