import { expect, test } from 'vitest';
import { type DenseMatrix, gramMatrix, identity, multiply, rowOf, zeros } from './dense-matrix';
import { normalNumbers } from './random-numbers';
import { symmetricEigen } from './symmetric-eigen';

const matrix = (...rows: number[][]): DenseMatrix => ({
  rows: rows.length,
  columns: rows[0]?.length ?? 0,
  values: Float64Array.from(rows.flat()),
});

function symmetric(size: number, seed: number): DenseMatrix {
  const normal = normalNumbers(seed);
  const made = zeros(size, size);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1)
      made.values[row * size + column] = made.values[column * size + row] = normal();
  return made;
}

test('a matrix of two by two, by hand', () => {
  const { values, vectors } = symmetricEigen(matrix([2, 1], [1, 2]));
  expect(values[0]).toBeCloseTo(3, 14);
  expect(values[1]).toBeCloseTo(1, 14);
  expect(Math.abs(vectors.values[0] ?? 0)).toBeCloseTo(Math.SQRT1_2, 14);
});

test('the second difference has the eigenvalues that the textbooks give', () => {
  const size = 30;
  const made = identity(size);
  for (let index = 0; index < size; index += 1) {
    made.values[index * size + index] = 2;
    if (index > 0) made.values[index * size + index - 1] = made.values[(index - 1) * size + index] = -1;
  }
  symmetricEigen(made).values.forEach((value, index) => {
    expect(value).toBeCloseTo(2 - 2 * Math.cos(((size - index) * Math.PI) / (size + 1)), 12);
  });
});

test.each([1, 2, 3, 7, 40])('of size %i: A·v = λ·v, and the vectors are orthonormal', (size) => {
  const made = symmetric(size, size);
  const { values, vectors } = symmetricEigen(made);
  const turned = zeros(size, size);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      turned.values[column * size + row] = vectors.values[row * size + column] ?? 0;
  gramMatrix(turned).values.forEach((value, index) => {
    expect(value).toBeCloseTo(identity(size).values[index] ?? 0, 11);
  });
  const applied = multiply(vectors, made);
  values.forEach((value, row) => {
    rowOf(applied, row).forEach((reached, column) => {
      expect(reached).toBeCloseTo(value * (rowOf(vectors, row)[column] ?? 0), 10);
    });
  });
});

test('equal eigenvalues, zeros and an empty matrix are no hindrance', () => {
  expect([...symmetricEigen(identity(4)).values]).toEqual([1, 1, 1, 1]);
  expect([...symmetricEigen(zeros(3, 3)).values]).toEqual([0, 0, 0]);
  expect([...symmetricEigen(zeros(0, 0)).values]).toEqual([]);
});

test('what is no number is refused', () => {
  expect(() => symmetricEigen(matrix([NaN]))).toThrow(RangeError);
});
