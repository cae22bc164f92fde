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

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

/** Adds `factor · b` to `a` in place. */
export function addScaled(a: Float64Array, factor: number, b: Float64Array): void {
  for (let index = 0; index < a.length; index += 1) a[index] = (a[index] ?? 0) + factor * (b[index] ?? 0);
}

/** Four rows at once, so that each value of the sum is read and written a quarter as often. */
function addOuterProducts(sum: DenseMatrix, rows: readonly Float64Array[]): void {
  const [a, b, c, d] = rows;
  if (!a || !b || !c || !d) return;
  for (let row = 0; row < sum.rows; row += 1) {
    const [x, y, z, w] = [a[row] ?? 0, b[row] ?? 0, c[row] ?? 0, d[row] ?? 0];
    const target = rowOf(sum, row);
    for (let column = 0; column <= row; column += 1)
      target[column] =
        (target[column] ?? 0) +
        x * (a[column] ?? 0) +
        y * (b[column] ?? 0) +
        z * (c[column] ?? 0) +
        w * (d[column] ?? 0);
  }
}

/** MᵀM, columns × columns, both triangles filled. */
export function gramMatrix(matrix: DenseMatrix): DenseMatrix {
  const gram = zeros(matrix.columns, matrix.columns);
  const nothing = new Float64Array(matrix.columns);
  for (let row = 0; row < matrix.rows; row += 4)
    addOuterProducts(
      gram,
      [0, 1, 2, 3].map((step) => (row + step < matrix.rows ? rowOf(matrix, row + step) : nothing)),
    );
  for (let row = 0; row < gram.rows; row += 1)
    for (let column = 0; column < row; column += 1)
      gram.values[column * gram.columns + row] = gram.values[row * gram.columns + column] ?? 0;
  return gram;
}
