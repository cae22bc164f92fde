import { type DenseMatrix, dot, gramMatrix, rowOf } from './dense-matrix';

/** A column whose part outside the columns before it is smaller than this, relative to itself, hangs on them. */
const LEAST_INDEPENDENCE = 1e-10;

/**
 * Makes the columns of a matrix orthonormal in place; a column that depends on those before it becomes zero.
 * Cholesky QR, done twice so that the columns are orthogonal to rounding (Yamamoto, Nakatsukasa, Yanagisawa and
 * Fukaya, Roundoff error analysis of the CholeskyQR2 algorithm, 2015).
 */
export function orthonormalise(matrix: DenseMatrix): void {
  choleskyQr(matrix);
  choleskyQr(matrix);
}

function choleskyQr(matrix: DenseMatrix): void {
  const { lower, inversePivots } = cholesky(gramMatrix(matrix));
  for (let row = 0; row < matrix.rows; row += 1) solveRow(lower, inversePivots, rowOf(matrix, row));
}

/** G = L·Lᵀ. A dependent column's pivot counts as infinite: its inverse is 0. */
function cholesky(gram: DenseMatrix): { lower: DenseMatrix; inversePivots: Float64Array } {
  const lower: DenseMatrix = { ...gram, values: Float64Array.from(gram.values) };
  const inversePivots = new Float64Array(gram.rows);
  for (let row = 0; row < lower.rows; row += 1) {
    const values = rowOf(lower, row);
    for (let column = 0; column < row; column += 1) {
      const before = dot(values.subarray(0, column), rowOf(lower, column).subarray(0, column));
      values[column] = ((values[column] ?? 0) - before) * (inversePivots[column] ?? 0);
    }
    const whole = values[row] ?? 0;
    const left = whole - dot(values.subarray(0, row), values.subarray(0, row));
    inversePivots[row] = left > whole * LEAST_INDEPENDENCE ** 2 && left > 0 ? 1 / Math.sqrt(left) : 0;
  }
  return { lower, inversePivots };
}

/** x := x·L⁻ᵀ. */
function solveRow(lower: DenseMatrix, inversePivots: Float64Array, x: Float64Array): void {
  for (let column = 0; column < x.length; column += 1) {
    const before = dot(x.subarray(0, column), rowOf(lower, column).subarray(0, column));
    x[column] = ((x[column] ?? 0) - before) * (inversePivots[column] ?? 0);
  }
}
