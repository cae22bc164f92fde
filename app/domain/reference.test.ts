import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseReference, referenceFrom, showReference } from './reference';

const references = fc.uint8Array({ minLength: 7, maxLength: 7 }).map((random) => referenceFrom(random));

test('a reference reads back however it is typed', () => {
  fc.assert(
    fc.property(references, (reference) => {
      expect(parseReference(showReference(reference).toLowerCase())).toBe(reference);
      expect(parseReference(` ${reference} `)).toBe(reference);
    }),
  );
});

test('one wrong symbol, or two swapped, is refused', () => {
  fc.assert(
    fc.property(references, fc.nat(7), fc.nat(27), (reference, place, step) => {
      const symbols = '23456789ABCDEFGHJKMNPQRSTVWXY';
      const wrong = symbols.charAt((symbols.indexOf(reference.charAt(place)) + 1 + step) % 29);
      expect(parseReference(reference.slice(0, place) + wrong + reference.slice(place + 1))).toBeNull();
      const other = (place + 1) % 7;
      const swapped = [...reference];
      [swapped[place % 7], swapped[other]] = [swapped[other] ?? '', swapped[place % 7] ?? ''];
      if (swapped.join('') !== reference) expect(parseReference(swapped.join(''))).toBeNull();
    }),
  );
});

test('the example that hints and messages show is one', () => {
  expect(parseReference('H7K4-QXMF')).toBe('H7K4QXMF');
});

test.each(['', 'H7K4', 'H7K4-QXM0', 'H7K4-QXM2-2', "' OR 1=1"])('%o is no reference', (text) =>
  expect(parseReference(text)).toBeNull(),
);
