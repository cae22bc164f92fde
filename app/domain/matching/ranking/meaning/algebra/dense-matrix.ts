/** Row by row in one block of memory: the value at (row, column) stands at `row * columns + column`. */
export interface DenseMatrix {
  rows: number;
  columns: number;
  values: Float64Array;
}

export const zeros = (rows: number, columns: number): DenseMatrix => ({
  rows,
  columns,
  values: new Float64Array(rows * columns),
});

export function identity(size: number): DenseMatrix {
  const matrix = zeros(size, size);
  for (let index = 0; index < size; index += 1) matrix.values[index * size + index] = 1;
  return matrix;
}

export const rowOf = ({ columns, values }: DenseMatrix, row: number): Float64Array =>
  values.subarray(row * columns, (row + 1) * columns);

/** As far as the shorter goes. */
export function dot(a: Float64Array, b: Float64Array): number {
  const length = Math.min(a.length, b.length);
  let sum = 0;
  for (let index = 0; index < length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

/** Adds `factor · b` to `a` in place. */
export function addScaled(a: Float64Array, factor: number, b: Float64Array): void {
  for (let index = 0; index < a.length; index += 1) a[index] = (a[index] ?? 0) + factor * (b[index] ?? 0);
}

/**
 * Adds Σ weights[i] · (row rows[i] of the source) to the target in place, as far as the target is long. Four rows at
 * once: each value of the target is then read and written a quarter as often, which is what takes the time.
 */
export function addRows(
  target: Float64Array,
  weights: Float64Array,
  rows: Uint32Array,
  source: DenseMatrix,
): void {
  const { columns, values } = source;
  const fours = rows.length - (rows.length % 4);
  for (let at = 0; at < fours; at += 4) {
    const [a, b, c, d] = [rows[at] ?? 0, rows[at + 1] ?? 0, rows[at + 2] ?? 0, rows[at + 3] ?? 0];
    const [x, y, z, w] = [weights[at] ?? 0, weights[at + 1] ?? 0, weights[at + 2] ?? 0, weights[at + 3] ?? 0];
    const [first, second, third, fourth] = [a * columns, b * columns, c * columns, d * columns];
    for (let column = 0; column < target.length; column += 1)
      target[column] =
        (target[column] ?? 0) +
        x * (values[first + column] ?? 0) +
        y * (values[second + column] ?? 0) +
        z * (values[third + column] ?? 0) +
        w * (values[fourth + column] ?? 0);
  }
  for (let at = fours; at < rows.length; at += 1)
    addScaled(target, weights[at] ?? 0, rowOf(source, rows[at] ?? 0));
}

/** A·B. */
export function multiply(a: DenseMatrix, b: DenseMatrix): DenseMatrix {
  const product = zeros(a.rows, b.columns);
  const all = countingUp(b.rows);
  for (let row = 0; row < a.rows; row += 1) addRows(rowOf(product, row), rowOf(a, row), all, b);
  return product;
}

/** MᵀM, columns × columns, both triangles filled. */
export function gramMatrix(matrix: DenseMatrix): DenseMatrix {
  const gram = zeros(matrix.columns, matrix.columns);
  const all = countingUp(matrix.rows);
  for (let start = 0; start < matrix.rows; start += 4)
    addOuterProducts(gram, matrix, all.subarray(start, start + 4));
  for (let row = 0; row < gram.rows; row += 1)
    for (let column = 0; column < row; column += 1)
      gram.values[column * gram.columns + row] = gram.values[row * gram.columns + column] ?? 0;
  return gram;
}

/** The lower triangle only. */
function addOuterProducts(gram: DenseMatrix, matrix: DenseMatrix, rows: Uint32Array): void {
  const weights = new Float64Array(rows.length);
  for (let column = 0; column < matrix.columns; column += 1) {
    for (let at = 0; at < rows.length; at += 1)
      weights[at] = matrix.values[(rows[at] ?? 0) * matrix.columns + column] ?? 0;
    addRows(rowOf(gram, column).subarray(0, column + 1), weights, rows, matrix);
  }
}

const countingUp = (size: number): Uint32Array => Uint32Array.from({ length: size }, (_, index) => index);
