import { addScaled, type DenseMatrix, dot, identity, rowOf } from './dense-matrix';

export interface Eigen {
  /** Falling. */
  values: Float64Array;
  /** Row i is the eigenvector of unit length that belongs to value i. */
  vectors: DenseMatrix;
}

const MOST_SWEEPS = 60;

/**
 * All eigenvalues and eigenvectors of a symmetric matrix: Householder reduction to tridiagonal form, then QL steps
 * with implicit shifts (Golub and Van Loan, Matrix Computations, 8.3; EISPACK `tred2` and `imtql2`). The absolute
 * error of a value is some units of rounding of the greatest. Throws a RangeError on values that are not finite.
 */
export function symmetricEigen(matrix: DenseMatrix): Eigen {
  if (!matrix.values.every(Number.isFinite)) throw new RangeError('Eigenvalues need finite numbers');
  const { diagonal, beside, basis } = tridiagonalise(matrix);
  for (let first = 0; first < matrix.rows; first += 1) isolate(first, diagonal, beside, basis);
  return sorted(diagonal, basis);
}

interface Tridiagonal {
  diagonal: Float64Array;
  /** `beside[i]` couples i and i + 1; the last is 0. */
  beside: Float64Array;
  /** Qᵀ of A = Q·T·Qᵀ. */
  basis: DenseMatrix;
}

function tridiagonalise(matrix: DenseMatrix): Tridiagonal {
  const size = matrix.rows;
  const left: DenseMatrix = { ...matrix, values: Float64Array.from(matrix.values) };
  const basis = identity(size);
  for (let step = 0; step < size - 2; step += 1) {
    const mirror = householder(rowOf(left, step), step + 1);
    if (!mirror) continue;
    mirrorBothSides(left, mirror, step);
    mirrorRows(basis, mirror, step + 1);
  }
  const at = (row: number, column: number) => left.values[row * size + column] ?? 0;
  return {
    diagonal: Float64Array.from({ length: size }, (_, index) => at(index, index)),
    beside: Float64Array.from({ length: size }, (_, index) => (index + 1 < size ? at(index, index + 1) : 0)),
    basis,
  };
}

/** v with |v|² = 2, zero before `from`, so that (I − v·vᵀ)·x is zero after `from`; null where x already is. */
function householder(x: Float64Array, from: number): Float64Array | null {
  const mirror = Float64Array.from(x, (value, index) => (index < from ? 0 : value));
  const head = mirror[from] ?? 0;
  const whole = Math.sqrt(dot(mirror, mirror));
  const tail = mirror.subarray(from + 1);
  if (tail.every((value) => value === 0)) return null;
  mirror[from] = head + (head < 0 ? -whole : whole);
  const scale = Math.SQRT2 / Math.sqrt(dot(mirror, mirror));
  return mirror.map((value) => value * scale);
}

/** A := (I − v·vᵀ)·A·(I − v·vᵀ) for symmetric A whose rows before `step` are done. */
function mirrorBothSides(matrix: DenseMatrix, mirror: Float64Array, step: number): void {
  const product = new Float64Array(matrix.rows);
  for (let row = step; row < matrix.rows; row += 1) product[row] = dot(rowOf(matrix, row), mirror);
  addScaled(product, -dot(product, mirror) / 2, mirror);
  for (let row = step; row < matrix.rows; row += 1) {
    addScaled(rowOf(matrix, row), -(mirror[row] ?? 0), product);
    addScaled(rowOf(matrix, row), -(product[row] ?? 0), mirror);
  }
}

/** M := (I − v·vᵀ)·M. */
function mirrorRows(matrix: DenseMatrix, mirror: Float64Array, from: number): void {
  const sum = new Float64Array(matrix.columns);
  for (let row = from; row < matrix.rows; row += 1) addScaled(sum, mirror[row] ?? 0, rowOf(matrix, row));
  for (let row = from; row < matrix.rows; row += 1) addScaled(rowOf(matrix, row), -(mirror[row] ?? 0), sum);
}

/** QL steps until `first` is coupled to nothing after it. */
function isolate(first: number, diagonal: Float64Array, beside: Float64Array, basis: DenseMatrix): void {
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    const last = endOfBlock(first, diagonal, beside);
    if (last === first) return;
    stepQl(first, last, diagonal, beside, basis);
  }
  throw new RangeError('The eigenvalues did not converge');
}

function endOfBlock(first: number, diagonal: Float64Array, beside: Float64Array): number {
  let last = first;
  for (; last < diagonal.length - 1; last += 1) {
    const size = Math.abs(diagonal[last] ?? 0) + Math.abs(diagonal[last + 1] ?? 0);
    if (Math.abs(beside[last] ?? 0) <= Number.EPSILON * size) break;
  }
  return last;
}

/** One implicit QL step over the block from `first` to `last`, with Wilkinson's shift. */
function stepQl(
  first: number,
  last: number,
  diagonal: Float64Array,
  beside: Float64Array,
  basis: DenseMatrix,
): void {
  const coupling = beside[first] ?? 0;
  const slope = ((diagonal[first + 1] ?? 0) - (diagonal[first] ?? 0)) / (2 * coupling);
  const root = Math.hypot(slope, 1);
  let g = (diagonal[last] ?? 0) - (diagonal[first] ?? 0) + coupling / (slope + (slope < 0 ? -root : root));
  let [sine, cosine, shift] = [1, 1, 0];
  for (let index = last - 1; index >= first; index -= 1) {
    const f = sine * (beside[index] ?? 0);
    const b = cosine * (beside[index] ?? 0);
    const radius = Math.hypot(f, g);
    beside[index + 1] = radius;
    if (radius === 0) {
      diagonal[index + 1] = (diagonal[index + 1] ?? 0) - shift;
      beside[last] = 0;
      return;
    }
    sine = f / radius;
    cosine = g / radius;
    g = (diagonal[index + 1] ?? 0) - shift;
    const turn = ((diagonal[index] ?? 0) - g) * sine + 2 * cosine * b;
    shift = sine * turn;
    diagonal[index + 1] = g + shift;
    g = cosine * turn - b;
    rotate(rowOf(basis, index), rowOf(basis, index + 1), cosine, sine);
  }
  diagonal[first] = (diagonal[first] ?? 0) - shift;
  beside[first] = g;
  beside[last] = 0;
}

function rotate(a: Float64Array, b: Float64Array, cosine: number, sine: number): void {
  for (let index = 0; index < a.length; index += 1) {
    const [x, y] = [a[index] ?? 0, b[index] ?? 0];
    a[index] = cosine * x - sine * y;
    b[index] = sine * x + cosine * y;
  }
}

function sorted(values: Float64Array, vectors: DenseMatrix): Eigen {
  const order = Array.from(values.keys()).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const placed: DenseMatrix = { ...vectors, values: new Float64Array(vectors.values.length) };
  order.forEach((from, to) => rowOf(placed, to).set(rowOf(vectors, from)));
  return { values: Float64Array.from(order, (index) => values[index] ?? 0), vectors: placed };
}
