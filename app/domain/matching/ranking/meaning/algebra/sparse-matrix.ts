import { addRows, type DenseMatrix, rowOf, zeros } from './dense-matrix';

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
  const matrix = empty(rows.length, columns, filled);
  let next = 0;
  rows.forEach((row, index) => {
    for (const [column, value] of row) {
      matrix.columnOf[next] = column;
      matrix.values[next] = value;
      next += 1;
    }
    matrix.starts[index + 1] = next;
  });
  return matrix;
}

export function transposed(matrix: SparseMatrix): SparseMatrix {
  const { rows, columns, starts, columnOf, values } = matrix;
  const turned = empty(columns, rows, values.length);
  for (const column of columnOf) turned.starts[column + 1] = (turned.starts[column + 1] ?? 0) + 1;
  for (let row = 0; row < columns; row += 1)
    turned.starts[row + 1] = (turned.starts[row + 1] ?? 0) + (turned.starts[row] ?? 0);
  const next = turned.starts.slice();
  for (let row = 0; row < rows; row += 1)
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const column = columnOf[at] ?? 0;
      const to = next[column] ?? 0;
      next[column] = to + 1;
      turned.columnOf[to] = row;
      turned.values[to] = values[at] ?? 0;
    }
  return turned;
}

/** A·X: rows × X.columns. */
export function times({ rows, starts, columnOf, values }: SparseMatrix, dense: DenseMatrix): DenseMatrix {
  const product = zeros(rows, dense.columns);
  for (let row = 0; row < rows; row += 1) {
    const [from, to] = [starts[row] ?? 0, starts[row + 1] ?? 0];
    addRows(rowOf(product, row), values.subarray(from, to), columnOf.subarray(from, to), dense);
  }
  return product;
}

const empty = (rows: number, columns: number, filled: number): SparseMatrix => ({
  rows,
  columns,
  starts: new Uint32Array(rows + 1),
  columnOf: new Uint32Array(filled),
  values: new Float64Array(filled),
});
