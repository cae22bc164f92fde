import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonBody } from './json-body';
import { Problem } from './problem';

const faultIn = (text: string): string => {
  try {
    jsonBody(text);
  } catch (error) {
    if (error instanceof Problem && error.kind === 'unreadable') return error.message;
    throw error;
  }
  return 'read';
};
const nested = (levels: number): string => (levels === 1 ? '{"end": 1}' : `{"in": ${nested(levels - 1)}}`);
const listsWithin = (levels: number): string => `{"in": ${'['.repeat(levels)}${']'.repeat(levels)}}`;

describe('a body', () => {
  test.each([
    ['', {}],
    [' \r\n\t', {}],
    ['{}', {}],
    ['{"title": "Ports"}', { title: 'Ports' }],
    ['{"title": null, "year": 2024, "open": false}', { title: null, year: 2024, open: false }],
    ['{"authors": [{"name": "Ann"}, {"name": "Ben"}]}', { authors: [{ name: 'Ann' }, { name: 'Ben' }] }],
    ['{"title": "a\\nb \\u00e9 \\ud83d\\udea2"}', { title: 'a\nb é 🚢' }],
    ['{"constructor": 1, "toString": 2}', { constructor: 1, toString: 2 }],
    ['{"a": 1, "a": 2}', { a: 2 }],
  ])('of %j is read', (text, read) => expect(jsonBody(text)).toEqual(read));

  test.each([
    ['{', 'not well-formed'],
    ["{'title': 1}", 'not well-formed'],
    ['{"title": 1,}', 'not well-formed'],
    ['{"title": NaN}', 'not well-formed'],
    ['title=Ports', 'not well-formed'],
    ['\uFEFF{}', 'not well-formed'],
    ['[]', 'one JSON object'],
    ['[{}]', 'one JSON object'],
    ['null', 'one JSON object'],
    ['"{}"', 'one JSON object'],
    ['7', 'one JSON object'],
    ['true', 'one JSON object'],
    ['{"a": "\\u0000"}', 'no zero byte'],
    ['{"a": [{"b": ["x\\u0000y"]}]}', 'no zero byte'],
    ['{"a\\u0000": 1}', 'A name in the body'],
    ['{"a": "x\\ud83d"}', 'no half of a character'],
    ['{"a": ["\\udea2\\ud83d"]}', 'no half of a character'],
    ['{"a\\ud83d": 1}', 'A name in the body'],
    ['{"__proto__": {}}', 'A name in the body'],
    ['{"a": [{"\\u005f_proto__": 1}]}', 'A name in the body'],
  ])('of %j is refused', (text, words) => expect(faultIn(text)).toContain(words));
});

describe('how much a body may hold', () => {
  test('is eight levels, of whatever kind', () => {
    expect(faultIn(nested(8))).toBe('read');
    expect(faultIn(nested(9))).toContain('deeper than 8');
    expect(faultIn(listsWithin(7))).toBe('read');
    expect(faultIn(listsWithin(8))).toContain('deeper than 8');
  });

  test('is 5,000 values, counted with what holds them', () => {
    const list = (items: number) => JSON.stringify({ list: new Array(items).fill(0) });
    expect(faultIn(list(4998))).toBe('read');
    expect(faultIn(list(4999))).toContain('more than 5000');
    const fields = Object.fromEntries(Array.from({ length: 5000 }, (_, place) => [`field${place}`, 0]));
    expect(faultIn(JSON.stringify(fields))).toContain('more than 5000');
  });
});

test('whatever an object of fields holds, it is read as it was written', () => {
  const name = fc.string({ unit: 'binary' }).filter((one) => one !== '__proto__' && !one.includes('\0'));
  const value = fc.oneof(
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.string({ unit: 'binary' }).filter((one) => !one.includes('\0')),
  );
  fc.assert(
    fc.property(
      fc.dictionary(name, fc.oneof(value, fc.array(value)), { noNullPrototype: true }),
      (fields) => {
        const text = JSON.stringify(fields);
        expect(jsonBody(text)).toEqual(JSON.parse(text));
        expect(faultIn(`[${text}]`)).toBe('Send one JSON object.');
      },
    ),
    { numRuns: 25 },
  );
});

test('nothing that is sent breaks it in another way', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (text) => {
      expect(['read', 'Send one JSON object.', 'The body is not well-formed JSON.']).toContain(
        faultIn(text)
          .replace('Text holds no zero byte here.', 'read')
          .replace(/^A name in the body.*|^The body is nested.*/, 'read'),
      );
    }),
    { numRuns: 100 },
  );
});
