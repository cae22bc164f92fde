import { addScaled, type DenseMatrix, rowOf, zeros } from './dense-matrix';

/** Compressed sparse rows: row r holds the columns and values from `starts[r]` up to `starts[r + 1]`. */
export interface SparseMatrix {
  rows: number;
  columns: number;
  starts: Uint32Array;
  columnOf: Uint32Array;
  values: Float64Array;
}

export type SparseRow = readonly (readonly [column: number, value: number])[];

export function sparseMatrix(rows: readonly SparseRow[], columns: number): SparseMatrix {
  const filled = rows.reduce((sum, row) => sum + row.length, 0);
  const starts = new Uint32Array(rows.length + 1);
  const columnOf = new Uint32Array(filled);
  const values = new Float64Array(filled);
  let next = 0;
  rows.forEach((row, index) => {
    for (const [column, value] of row) {
      columnOf[next] = column;
      values[next] = value;
      next += 1;
    }
    starts[index + 1] = next;
  });
  return { rows: rows.length, columns, starts, columnOf, values };
}

/** A·X: rows × X.columns. */
export function times(sparse: SparseMatrix, dense: DenseMatrix): DenseMatrix {
  const product = zeros(sparse.rows, dense.columns);
  eachValue(sparse, (row, column, value) => {
    addScaled(rowOf(product, row), value, rowOf(dense, column));
  });
  return product;
}

/** Aᵀ·Y: columns × Y.columns, without a transposed copy. */
export function transposedTimes(sparse: SparseMatrix, dense: DenseMatrix): DenseMatrix {
  const product = zeros(sparse.columns, dense.columns);
  eachValue(sparse, (row, column, value) => {
    addScaled(rowOf(product, column), value, rowOf(dense, row));
  });
  return product;
}

function eachValue(
  { rows, starts, columnOf, values }: SparseMatrix,
  visit: (row: number, column: number, value: number) => void,
): void {
  for (let row = 0; row < rows; row += 1)
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1)
      visit(row, columnOf[at] ?? 0, values[at] ?? 0);
}
