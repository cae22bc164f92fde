import { isValidElement, type ReactNode } from 'react';
import type { Attributes } from '../attributes';
import { classNames } from '../class-names';

/** A cell with more to it than its text. */
export type TableCell = {
  content: ReactNode;
  format?: string;
  className?: string;
  colSpan?: number;
  rowSpan?: number;
  attributes?: Attributes;
};

function cellOf(cell: TableCell | ReactNode): TableCell {
  const plain = cell === null || typeof cell !== 'object' || isValidElement(cell) || !('content' in cell);
  return plain ? { content: cell as ReactNode } : cell;
}

export function HeadCell({ cell }: { cell: TableCell | ReactNode }) {
  const { content, format, className, colSpan, rowSpan, attributes } = cellOf(cell);
  const names = classNames('govuk-table__header', format && `govuk-table__header--${format}`, className);
  // A column of links or of rows' names has nothing to be called: an empty header would be announced for nothing.
  if (content === '') return <td className={names} colSpan={colSpan} rowSpan={rowSpan} {...attributes} />;
  return (
    <th scope="col" className={names} colSpan={colSpan} rowSpan={rowSpan} {...attributes}>
      {content}
    </th>
  );
}

export function BodyCell({ cell, isHeader }: { cell: TableCell | ReactNode; isHeader?: boolean }) {
  const { content, format, className, colSpan, rowSpan, attributes } = cellOf(cell);
  if (isHeader) {
    const names = classNames('govuk-table__header', className);
    return (
      <th scope="row" className={names} colSpan={colSpan} rowSpan={rowSpan} {...attributes}>
        {content}
      </th>
    );
  }
  const names = classNames('govuk-table__cell', format && `govuk-table__cell--${format}`, className);
  return (
    <td className={names} colSpan={colSpan} rowSpan={rowSpan} {...attributes}>
      {content}
    </td>
  );
}
