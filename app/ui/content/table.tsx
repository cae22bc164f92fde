import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '../class-names';
import { BodyCell, HeadCell, type TableCell } from './table-cell';

export type TableProps = Omit<ComponentPropsWithoutRef<'table'>, 'children'> & {
  caption?: ReactNode;
  captionSize?: 's' | 'm' | 'l' | 'xl';
  captionClassName?: string;
  /** Names the columns; a text or a cell with format and classes. */
  head?: readonly (TableCell | ReactNode)[];
  rows: readonly (readonly (TableCell | ReactNode)[] | false | null | undefined)[];
  firstCellIsHeader?: boolean;
};

/** The table alone; `ScrollingTable` keeps a wide one inside a narrow page. */
export function Table({
  caption,
  captionSize,
  head,
  rows,
  firstCellIsHeader,
  className,
  ...props
}: TableProps) {
  const { captionClassName, ...rest } = props;
  const captionLook = captionSize && `govuk-table__caption--${captionSize}`;
  return (
    <table className={classNames('govuk-table', className)} {...rest}>
      {caption ? (
        <caption className={classNames('govuk-table__caption', captionLook, captionClassName)}>
          {caption}
        </caption>
      ) : null}
      {head ? (
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {head.map((cell, index) => (
              <HeadCell key={index} cell={cell} />
            ))}
          </tr>
        </thead>
      ) : null}
      <tbody className="govuk-table__body">
        {rows.map((row, at) =>
          row ? (
            <tr className="govuk-table__row" key={at}>
              {row.map((cell, index) => (
                <BodyCell key={index} cell={cell} isHeader={firstCellIsHeader && index === 0} />
              ))}
            </tr>
          ) : null,
        )}
      </tbody>
    </table>
  );
}
