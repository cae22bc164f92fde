import fc from 'fast-check';
import { expect, test } from 'vitest';
import { negotiated } from './negotiation';

const TYPES = ['application/json', 'application/x-bibtex', 'text/csv', 'text/plain'];
const offered = fc.subarray(TYPES, { minLength: 1 });
const weight = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
const header = (parts: readonly { type: string; q: number }[]) =>
  parts.map(({ type, q }) => `${type};q=${q}`).join(', ');

test('what is answered is offered, and is wanted more than whatever else is', () => {
  const parts = fc.uniqueArray(fc.record({ type: fc.constantFrom(...TYPES), q: weight }), {
    selector: ({ type }) => type,
  });
  fc.assert(
    fc.property(offered, parts, (types, wanted) => {
      const weightOf = (type: string) => wanted.find((one) => one.type === type)?.q ?? 0;
      const meant = negotiated(header(wanted), types);
      if (wanted.length === 0) expect(meant).toBe(types[0]);
      else if (meant === null) expect(types.map(weightOf)).toEqual(types.map(() => 0));
      else {
        expect(types).toContain(meant);
        for (const type of types) expect(weightOf(type)).toBeLessThanOrEqual(weightOf(meant));
        const equals = types.filter((type) => weightOf(type) === weightOf(meant));
        expect(equals[0]).toBe(meant);
      }
    }),
  );
});

test('the order, the spaces and the case of the header say nothing', () => {
  const parts = fc.uniqueArray(fc.record({ type: fc.constantFrom(...TYPES, '*/*', 'text/*'), q: weight }), {
    selector: ({ type }) => type,
    minLength: 1,
  });
  fc.assert(
    fc.property(offered, parts, (types, wanted) => {
      const meant = negotiated(header(wanted), types);
      expect(negotiated(header(wanted.toReversed()), types)).toBe(meant);
      expect(negotiated(header(wanted).toUpperCase(), types)).toBe(meant);
      expect(negotiated(header(wanted).replaceAll(/[;,]/g, ' $& '), types)).toBe(meant);
    }),
  );
});

test.each([
  ['a type by its own name, before its kind', 'text/*;q=1, text/csv;q=0', ['text/csv'], null],
  ['a kind before anything', '*/*;q=1, text/*;q=0', ['text/csv', 'application/json'], 'application/json'],
  ['a weight below nothing as nothing', 'text/csv;q=-1', ['text/csv'], null],
  ['other parameters as none', 'text/csv;charset=utf-8;q=0.5', ['text/csv'], 'text/csv'],
  ['a part with no type as none', ', ;q=1, text/csv', ['text/csv'], 'text/csv'],
  ['part of a type as another', 'text', ['text/csv'], null],
])('reads %s', (_what, accept, types, meant) => expect(negotiated(accept, types)).toBe(meant));

test('any text is read, and quickly', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 5000 }), (accept) => {
      expect([null, ...TYPES]).toContain(negotiated(accept, TYPES));
    }),
    { numRuns: 40 },
  );
});
