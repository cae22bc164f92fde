import { Table, type TableProps } from './table';

/** A table that scrolls inside its own region, so that a narrow page never scrolls sideways. */
export function ScrollingTable({ name, ...table }: TableProps & { name: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- A region that scrolls must be reachable with the keyboard.
    <div className="scrolling-table" role="region" aria-label={name} tabIndex={0}>
      <Table {...table} />
    </div>
  );
}
