import { type SparseRow, sparseMatrix } from './algebra/sparse-matrix';
import { truncatedSvd } from './algebra/truncated-svd';
import type { TermCounts } from './term-counts';

export interface SpaceOptions {
  /** Fewer are kept when the collection has fewer independent directions. */
  dimensions: number;
  /** The same seed, documents and order give the same space to the last bit. */
  seed: number;
}

/** What a space is made of, to be stored and loaded: `new SemanticSpace(parts)` gives the space again. */
export interface SpaceParts {
  dimensions: number;
  /** The terms that the space knows. */
  vocabulary: readonly string[];
  /** One global weight per term, in the order of the vocabulary. */
  termWeights: Float32Array;
  /** vocabulary × dimensions, row by row: the right singular vectors. */
  termVectors: Float32Array;
  /** The singular values, falling. */
  singularValues: Float32Array;
}

/** A term of one document alone relates nothing to nothing. */
const LEAST_DOCUMENTS = 2;

export class SemanticSpace {
  private readonly rows: ReadonlyMap<string, number>;

  constructor(readonly parts: SpaceParts) {
    this.rows = new Map(parts.vocabulary.map((term, row) => [term, row]));
  }

  /** Folds a text in: a vector of unit length, or of zeros when the space knows none of its terms. */
  place(counts: TermCounts): Float32Array {
    const { dimensions, termVectors, termWeights } = this.parts;
    const sum = new Float64Array(dimensions);
    for (const [term, count] of counts) {
      const row = this.rows.get(term);
      if (row === undefined) continue;
      const weight = localWeight(count) * (termWeights[row] ?? 0);
      const start = row * dimensions;
      for (let index = 0; index < dimensions; index += 1)
        sum[index] = (sum[index] ?? 0) + weight * (termVectors[start + index] ?? 0);
    }
    return ofUnitLength(sum);
  }
}

/** The cosine of two vectors of unit length; 0 when either is zero. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

/**
 * Latent semantic analysis (Deerwester, Dumais, Furnas, Landauer and Harshman, 1990): rows of
 * (1 + ln tf) · ln(N / df) brought to unit length, and their truncated singular value decomposition.
 */
export function trainSpace(
  documents: readonly TermCounts[],
  { dimensions, seed }: SpaceOptions,
): SemanticSpace {
  const frequencies = documentFrequencies(documents);
  const vocabulary = [...frequencies].flatMap(([term, found]) => (found >= LEAST_DOCUMENTS ? [term] : []));
  const columns = new Map(vocabulary.map((term, column) => [term, column]));
  const termWeights = Float32Array.from(vocabulary, (term) =>
    Math.log(documents.length / (frequencies.get(term) ?? 1)),
  );
  const rows = documents.map((counts) => weightedRow(counts, columns, termWeights));
  const { singularValues, right } = truncatedSvd(sparseMatrix(rows, vocabulary.length), dimensions, seed);
  return new SemanticSpace({
    dimensions: singularValues.length,
    vocabulary,
    termWeights,
    termVectors: Float32Array.from(right.values),
    singularValues: Float32Array.from(singularValues),
  });
}

const localWeight = (count: number): number => 1 + Math.log(count);

function documentFrequencies(documents: readonly TermCounts[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const counts of documents)
    for (const term of counts.keys()) found.set(term, (found.get(term) ?? 0) + 1);
  return found;
}

function weightedRow(
  counts: TermCounts,
  columns: ReadonlyMap<string, number>,
  termWeights: Float32Array,
): SparseRow {
  const row: [number, number][] = [];
  for (const [term, count] of counts) {
    const column = columns.get(term);
    if (column !== undefined) row.push([column, localWeight(count) * (termWeights[column] ?? 0)]);
  }
  const length = Math.hypot(...row.map(([, weight]) => weight)) || 1;
  return row.map(([column, weight]) => [column, weight / length]);
}

function ofUnitLength(vector: Float64Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1;
  return Float32Array.from(vector, (value) => value / length);
}
