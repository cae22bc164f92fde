import { expect, test } from 'vitest';
import { smoothedByNeighbours } from './neighbour-smoothing';

const SETTINGS = { among: 4, neighbours: 1, part: 0.5 };
const at = (degrees: number) =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180));

test('who stands beside a better one rises, who stands alone does not', () => {
  const scores = smoothedByNeighbours(Float64Array.of(4, 3, 2), [at(0), at(90), at(1)], SETTINGS);
  expect(scores[0]).toBeCloseTo(3, 6);
  expect(scores[1]).toBeCloseTo((3 + 2) / 2, 6);
  expect(scores[2]).toBeCloseTo(3, 6);
});

test('nobody after the best moves or overtakes them', () => {
  const scores = [9, 7, 5, 3, 2, 1];
  const smoothed = smoothedByNeighbours(
    Float64Array.from(scores),
    scores.map(() => at(0)),
    SETTINGS,
  );
  expect([...smoothed.slice(4)]).toEqual([2, 1]);
  expect(Math.min(...smoothed.slice(0, 4))).toBeGreaterThanOrEqual(3);
});

test('without places, with places of zeros and with opposite places everything stays', () => {
  const scores = Float64Array.of(3, 2);
  expect([...smoothedByNeighbours(scores, [])]).toEqual([3, 2]);
  expect([...smoothedByNeighbours(scores, [new Float32Array(2), new Float32Array(2)])]).toEqual([3, 2]);
  expect([...smoothedByNeighbours(scores, [at(0), at(180)])]).toEqual([3, 2]);
  expect([...smoothedByNeighbours(new Float64Array(), [])]).toEqual([]);
});
