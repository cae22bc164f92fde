import { type DenseMatrix, dot, gramMatrix, identity, multiply, rowOf } from './dense-matrix';

/** A column of which less than this part stands outside the columns before it depends on them. */
const LEAST_INDEPENDENCE = 1e-7;

/**
 * A matrix whose columns are orthonormal and span the same; a column that depends on those before it becomes zero.
 * Cholesky QR, done twice so that rounding leaves them orthogonal to some 1e-15 (Yamamoto, Nakatsukasa, Yanagisawa
 * and Fukaya, Roundoff error analysis of the CholeskyQR2 algorithm, 2015).
 */
export const orthonormal = (matrix: DenseMatrix): DenseMatrix => nearlyOrthonormal(nearlyOrthonormal(matrix));

/** Half of the work: the columns are orthogonal to some 1e-16 times the square of the matrix's condition. */
export function nearlyOrthonormal(matrix: DenseMatrix): DenseMatrix {
  const { lower, inversePivots } = cholesky(gramMatrix(matrix));
  const inverse = identity(lower.rows);
  for (let row = 0; row < inverse.rows; row += 1) solveRow(lower, inversePivots, rowOf(inverse, row));
  return multiply(matrix, inverse);
}

/** G = L·Lᵀ. The pivot of a dependent column counts as infinite: its inverse is 0. */
function cholesky(gram: DenseMatrix): { lower: DenseMatrix; inversePivots: Float64Array } {
  const lower: DenseMatrix = { ...gram, values: Float64Array.from(gram.values) };
  const inversePivots = new Float64Array(gram.rows);
  for (let row = 0; row < lower.rows; row += 1) {
    const values = rowOf(lower, row);
    solveRow(lower, inversePivots, values.subarray(0, row));
    const whole = values[row] ?? 0;
    const outside = whole - dot(values.subarray(0, row), values);
    inversePivots[row] = outside > whole * LEAST_INDEPENDENCE ** 2 ? 1 / Math.sqrt(outside) : 0;
  }
  return { lower, inversePivots };
}

/** x := x·L⁻ᵀ, as far as x is long. */
function solveRow(lower: DenseMatrix, inversePivots: Float64Array, x: Float64Array): void {
  for (let column = 0; column < x.length; column += 1) {
    const before = dot(x.subarray(0, column), rowOf(lower, column));
    x[column] = ((x[column] ?? 0) - before) * (inversePivots[column] ?? 0);
  }
}
