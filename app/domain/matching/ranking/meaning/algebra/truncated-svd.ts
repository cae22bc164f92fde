import { type DenseMatrix, gramMatrix, multiply, zeros } from './dense-matrix';
import { nearlyOrthonormal, orthonormal } from './orthonormal';
import { normalNumbers } from './random-numbers';
import { type SparseMatrix, times, transposed } from './sparse-matrix';
import { symmetricEigen } from './symmetric-eigen';

export interface TruncatedSvd {
  /** Falling, all above zero; fewer than asked for when the rank is lower. */
  singularValues: Float64Array;
  /** columns of the matrix × singular values: orthonormal columns, the right singular vectors. */
  right: DenseMatrix;
}

/** Directions tried beyond those asked for: singular values of text fall slowly, so more than the usual ten. */
const SPARE_DIRECTIONS = 20;
const ITERATIONS = 4;
/** Squared singular values under this part of the greatest are rounding. */
const LEAST_PART = 1e-13;

/**
 * The greatest singular values of a sparse matrix and their right vectors, by randomised subspace iteration (Halko,
 * Martinsson and Tropp, Finding structure with randomness, 2011, algorithms 4.4 and 5.1). The same seed gives the
 * same answer. With d directions, time grows with filled values × d + (rows + columns) × d², memory with
 * (rows + columns) × d.
 */
export function truncatedSvd(matrix: SparseMatrix, wanted: number, seed: number): TruncatedSvd {
  const directions = Math.min(wanted + SPARE_DIRECTIONS, matrix.rows, matrix.columns);
  const turned = transposed(matrix);
  let range = times(matrix, randomMatrix(matrix.columns, directions, seed));
  for (let iteration = 0; iteration < ITERATIONS; iteration += 1)
    range = times(matrix, times(turned, nearlyOrthonormal(range)));
  return rightVectors(times(turned, orthonormal(range)), wanted);
}

function randomMatrix(rows: number, columns: number, seed: number): DenseMatrix {
  const normal = normalNumbers(seed);
  const matrix = zeros(rows, columns);
  for (let index = 0; index < matrix.values.length; index += 1) matrix.values[index] = normal();
  return matrix;
}

/** From Bᵀ, where B = Qᵀ·A: with B·Bᵀ = U·Σ²·Uᵀ, the right vectors are Bᵀ·U·Σ⁻¹. */
function rightVectors(projected: DenseMatrix, wanted: number): TruncatedSvd {
  const { values, vectors } = symmetricEigen(gramMatrix(projected));
  const least = (values[0] ?? 0) * LEAST_PART;
  const kept = values.filter((value) => value > least).slice(0, wanted);
  const singularValues = kept.map(Math.sqrt);
  const turn = zeros(projected.columns, singularValues.length);
  singularValues.forEach((value, to) => {
    for (let from = 0; from < turn.rows; from += 1)
      turn.values[from * turn.columns + to] = (vectors.values[to * vectors.columns + from] ?? 0) / value;
  });
  return { singularValues, right: multiply(projected, turn) };
}
