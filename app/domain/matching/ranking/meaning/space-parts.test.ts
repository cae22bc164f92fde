import { expect, test } from 'vitest';
import { trainSpace } from './semantic-space';
import { spaceFromBytes, spaceToBytes } from './space-parts';

const counts = (text: string) => new Map(text.split(' ').map((word) => [word, 1]));
const space = trainSpace(['drug market price', 'drug gang price', 'gang café', 'café market'].map(counts), {
  dimensions: 2,
  seed: 1,
});

test('a space that was stored places texts as it did before', () => {
  const again = spaceFromBytes(spaceToBytes(space));
  expect(again.parts.vocabulary).toEqual(space.parts.vocabulary);
  expect([...again.parts.singularValues]).toEqual([...space.parts.singularValues]);
  for (const text of ['drug café', 'market', 'unknown'])
    expect([...again.place(counts(text))]).toEqual([...space.place(counts(text))]);
});

test('bytes that are no whole space are refused', () => {
  const bytes = spaceToBytes(space);
  expect(() => spaceFromBytes(bytes.subarray(0, bytes.length - 4))).toThrow();
  expect(() => spaceFromBytes(Uint8Array.from([...bytes, 0, 0, 0, 0]))).toThrow('more bytes');
});
