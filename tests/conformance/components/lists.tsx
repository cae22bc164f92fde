import type { ReactElement } from 'react';
import type { RowAction } from '~/ui/content/row-action';
import { SummaryList } from '~/ui/content/summary-list';
import { Table } from '~/ui/content/table';
import type { TableCell } from '~/ui/content/table-cell';
import { Tag } from '~/ui/content/tag';
import { TaskList } from '~/ui/content/task-list';
import { attributes, content, given, look, type Part } from '../options';

type Action = Part & { href: string; visuallyHiddenText?: string };
type Actions = { items?: Action[]; classes?: string };

type SummaryListOptions = Part & {
  rows: ({ key: Part; value: Part; classes?: string; actions?: Actions } | null)[];
  card?: Part & { title?: Part & { headingLevel?: 2 | 3 | 4 }; actions?: Actions };
};

const rowAction = (action: Action): RowAction => ({
  href: action.href,
  text: content(action),
  about: action.visuallyHiddenText,
  className: action.classes,
  attributes: attributes(action.attributes),
});

function card({ title, actions, ...options }: NonNullable<SummaryListOptions['card']>) {
  return given({
    title: content(title),
    headingLevel: title?.headingLevel,
    titleClassName: title?.classes,
    actions: actions?.items?.map(rowAction),
    actionsClassName: actions?.classes,
    ...look(options),
  });
}

export const summaryList = (options: SummaryListOptions): ReactElement => (
  <SummaryList
    {...look(options)}
    card={options.card && card(options.card)}
    rows={options.rows.map(
      (row) =>
        row && {
          key: content(row.key),
          keyProps: { className: row.key.classes },
          value: content(row.value),
          valueProps: { className: row.value.classes },
          className: row.classes,
          actions: row.actions?.items?.map(rowAction),
          actionsClassName: row.actions?.classes,
        },
    )}
  />
);

type Cell = Part & { format?: string; colspan?: number; rowspan?: number };

type TableOptions = Part & {
  caption?: string;
  captionClasses?: string;
  head?: Cell[];
  rows: (Cell[] | null)[];
  firstCellIsHeader?: boolean;
};

const tableCell = (cell: Cell): TableCell => ({
  content: content(cell),
  format: cell.format,
  className: cell.classes,
  colSpan: cell.colspan,
  rowSpan: cell.rowspan,
  attributes: attributes(cell.attributes),
});

export const table = (options: TableOptions): ReactElement => (
  <Table
    caption={options.caption}
    captionClassName={options.captionClasses}
    head={options.head?.map(tableCell)}
    rows={options.rows.map((row) => row && row.map(tableCell))}
    firstCellIsHeader={options.firstCellIsHeader}
    {...look(options)}
  />
);

type TaskOptions = {
  title: Part;
  href?: string;
  hint?: Part;
  status: Part & { tag?: Part };
  classes?: string;
};

const status = ({ tag, ...rest }: TaskOptions['status']) =>
  tag ? <Tag {...look(tag)}>{content(tag)}</Tag> : content(rest);

export const taskList = (
  options: Part & { items: (TaskOptions | null)[]; idPrefix?: string },
): ReactElement => (
  <TaskList
    {...look(options)}
    {...given({ idPrefix: options.idPrefix })}
    tasks={options.items.map(
      (task) =>
        task && {
          title: content(task.title),
          titleClassName: task.title.classes,
          href: task.href,
          hint: content(task.hint),
          status: status(task.status),
          statusClassName: task.status.classes,
          className: task.classes,
        },
    )}
  />
);
