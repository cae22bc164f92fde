import { addScaled, type DenseMatrix, gramMatrix, rowOf, zeros } from './dense-matrix';
import { orthonormalise } from './orthonormal';
import { normalNumbers } from './random-numbers';
import { type SparseMatrix, times, transposedTimes } from './sparse-matrix';
import { symmetricEigen } from './symmetric-eigen';

export interface TruncatedSvd {
  /** Falling, all above zero; fewer than asked for when the rank is lower. */
  singularValues: Float64Array;
  /** columns of the matrix × singular values: orthonormal columns, the right singular vectors. */
  right: DenseMatrix;
}

/** Directions tried beyond those asked for; Halko et al. advise 5 to 10 and more where the spectrum is flat. */
const SPARE_DIRECTIONS = 20;
const ITERATIONS = 3;
/** Squared singular values under this part of the greatest are rounding. */
const LEAST_PART = 1e-13;

/**
 * The greatest singular values of a sparse matrix and their right vectors, by randomised subspace iteration (Halko,
 * Martinsson and Tropp, Finding structure with randomness, 2011, algorithms 4.4 and 5.1). The same seed gives the
 * same answer. Time grows with (values × directions + columns × directions²).
 */
export function truncatedSvd(sparse: SparseMatrix, wanted: number, seed: number): TruncatedSvd {
  const directions = Math.min(wanted + SPARE_DIRECTIONS, sparse.rows, sparse.columns);
  const normal = normalNumbers(seed);
  const start = zeros(sparse.columns, directions);
  for (let index = 0; index < start.values.length; index += 1) start.values[index] = normal();
  let range = times(sparse, start);
  orthonormalise(range);
  for (let iteration = 0; iteration < ITERATIONS; iteration += 1) {
    range = times(sparse, transposedTimes(sparse, range));
    orthonormalise(range);
  }
  return rightVectors(transposedTimes(sparse, range), wanted);
}

/** From Bᵀ, where B = Qᵀ·A: with B·Bᵀ = U·Σ²·Uᵀ, the right vectors are Bᵀ·U·Σ⁻¹. */
function rightVectors(transposed: DenseMatrix, wanted: number): TruncatedSvd {
  const { values, vectors } = symmetricEigen(gramMatrix(transposed));
  const least = (values[0] ?? 0) * LEAST_PART;
  const singularValues = values
    .filter((value) => value > least)
    .slice(0, wanted)
    .map(Math.sqrt);
  const turn = zeros(transposed.columns, singularValues.length);
  singularValues.forEach((value, to) => {
    for (let from = 0; from < turn.rows; from += 1)
      turn.values[from * turn.columns + to] = (vectors.values[to * vectors.columns + from] ?? 0) / value;
  });
  const right = zeros(transposed.rows, turn.columns);
  for (let row = 0; row < right.rows; row += 1) {
    const target = rowOf(right, row);
    rowOf(transposed, row).forEach((value, from) => {
      addScaled(target, value, rowOf(turn, from));
    });
  }
  return { singularValues, right };
}
