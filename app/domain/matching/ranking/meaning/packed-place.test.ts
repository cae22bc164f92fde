import { expect, test } from 'vitest';
import { packedPlace, unpackedPlace } from './packed-place';
import { cosine } from './semantic-space';

test('a place keeps its direction, however small most of it is beside the greatest part', () => {
  const place = Float32Array.from([0.99, -0.001, 0.0004, 0]);
  const unpacked = unpackedPlace(packedPlace(place));
  const length = Math.hypot(...place);
  expect(Math.hypot(...unpacked)).toBeCloseTo(1, 5);
  unpacked.forEach((value, index) => expect(value).toBeCloseTo((place[index] ?? 0) / length, 4));
  expect(unpacked[2]).toBeGreaterThan(0.0003);
});

test('nothing stays nothing', () => {
  expect([...unpackedPlace(packedPlace(new Float32Array(3)))]).toEqual([0, 0, 0]);
});

test('it is read where it lies in a larger buffer', () => {
  const packed = packedPlace(Float32Array.from([3, -4]));
  const larger = new Uint8Array(10);
  larger.set(packed, 3);
  const there = unpackedPlace(larger.subarray(3, 7));
  expect(cosine(there, Float32Array.from([0.6, -0.8]))).toBeCloseTo(1, 5);
});
