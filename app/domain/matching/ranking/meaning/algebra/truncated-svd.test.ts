import { expect, test } from 'vitest';
import { type DenseMatrix, gramMatrix, identity, multiply, zeros } from './dense-matrix';
import { orthonormal } from './orthonormal';
import { normalNumbers } from './random-numbers';
import { sparseMatrix, type SparseRow, times, transposed } from './sparse-matrix';
import { truncatedSvd } from './truncated-svd';

function randomDense(rows: number, columns: number, seed: number): DenseMatrix {
  const normal = normalNumbers(seed);
  const made = zeros(rows, columns);
  for (let index = 0; index < made.values.length; index += 1) made.values[index] = normal();
  return made;
}

const turned = ({ rows, columns, values }: DenseMatrix): DenseMatrix => {
  const made = zeros(columns, rows);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      made.values[column * rows + row] = values[row * columns + column] ?? 0;
  return made;
};

const sparse = ({ rows, columns, values }: DenseMatrix) =>
  sparseMatrix(
    Array.from({ length: rows }, (_, row): SparseRow =>
      Array.from({ length: columns }, (_, column) => [column, values[row * columns + column] ?? 0]),
    ),
    columns,
  );

/** U · diag(strengths) · Vᵀ with orthonormal U and V: its decomposition is known exactly. */
function known(rows: number, columns: number, strengths: number[]) {
  const left = orthonormal(randomDense(rows, strengths.length, 11));
  const right = orthonormal(randomDense(columns, strengths.length, 12));
  const scaled: DenseMatrix = {
    ...left,
    values: left.values.map((value, index) => value * (strengths[index % strengths.length] ?? 0)),
  };
  return { matrix: sparse(multiply(scaled, turned(right))), right };
}

const expectIdentity = (matrix: DenseMatrix) => {
  matrix.values.forEach((value, index) => {
    expect(value).toBeCloseTo(identity(matrix.rows).values[index] ?? 0, 10);
  });
};

test('a known decomposition is found again, up to signs', () => {
  const strengths = [9, 5, 3, 2, 1.5, 1, 0.5];
  const { matrix, right } = known(40, 25, strengths);
  const found = truncatedSvd(matrix, 5, 1);
  found.singularValues.forEach((value, index) => {
    expect(value).toBeCloseTo(strengths[index] ?? 0, 10);
  });
  const overlap = multiply(turned(found.right), right);
  for (let index = 0; index < 5; index += 1)
    expect(Math.abs(overlap.values[index * overlap.columns + index] ?? 0)).toBeCloseTo(1, 10);
  expectIdentity(gramMatrix(found.right));
});

test('more directions than the rank has are not made up', () => {
  const { matrix } = known(30, 20, [3, 2, 1]);
  const found = truncatedSvd(matrix, 10, 1);
  expect(found.singularValues).toHaveLength(3);
  expectIdentity(gramMatrix(found.right));
});

test('of a slowly falling spectrum the strongest come out within one in a hundred', () => {
  const strengths = Array.from({ length: 120 }, (_, index) => 10 / Math.sqrt(index + 1));
  const { matrix } = known(200, 150, strengths);
  truncatedSvd(matrix, 50, 1).singularValues.forEach((value, index) => {
    expect(value / (strengths[index] ?? 1)).toBeGreaterThan(0.99);
    expect(value / (strengths[index] ?? 1)).toBeLessThan(1 + 1e-9);
  });
});

test('the same seed gives the same bits', () => {
  const { matrix } = known(20, 15, [4, 3, 2, 1]);
  expect(truncatedSvd(matrix, 3, 5)).toEqual(truncatedSvd(matrix, 3, 5));
});

test('a matrix of nothing has no directions', () => {
  expect(truncatedSvd(sparseMatrix([], 0), 5, 1).singularValues).toHaveLength(0);
  expect(truncatedSvd(sparseMatrix([[], []], 3), 5, 1).singularValues).toHaveLength(0);
});

test('columns become orthonormal even when they nearly depend on one another, and zero when they do', () => {
  const nearly = randomDense(50, 3, 2);
  for (let row = 0; row < 50; row += 1)
    nearly.values[row * 3 + 1] = (nearly.values[row * 3] ?? 0) + 1e-5 * (nearly.values[row * 3 + 1] ?? 0);
  expectIdentity(gramMatrix(orthonormal(nearly)));
  for (let row = 0; row < 50; row += 1) nearly.values[row * 3 + 1] = 2 * (nearly.values[row * 3] ?? 0);
  const gram = gramMatrix(orthonormal(nearly));
  expect(gram.values[4]).toBeCloseTo(0, 10);
  expect(gram.values[8]).toBeCloseTo(1, 10);
});

test('a sparse product is the dense one, turned or not', () => {
  const [a, b] = [randomDense(6, 5, 3), randomDense(5, 7, 4)];
  const product = multiply(a, b);
  times(sparse(a), b).values.forEach((value, index) => {
    expect(value).toBeCloseTo(product.values[index] ?? 0, 12);
  });
  const c = randomDense(6, 2, 5);
  const back = multiply(turned(a), c);
  times(transposed(sparse(a)), c).values.forEach((value, index) => {
    expect(value).toBeCloseTo(back.values[index] ?? 0, 12);
  });
});
