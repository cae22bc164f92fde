import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '../class-names';
import { RowActionLink, type RowAction } from './row-action';
import { SummaryCard, type SummaryCardProps } from './summary-card';

export type SummaryRow = {
  key: ReactNode;
  value: ReactNode;
  actions?: RowAction[];
  className?: string;
  keyProps?: ComponentPropsWithoutRef<'dt'>;
  valueProps?: ComponentPropsWithoutRef<'dd'>;
  actionsClassName?: string;
};

export type SummaryListProps = Omit<ComponentPropsWithoutRef<'dl'>, 'children'> & {
  rows: readonly (SummaryRow | false | null | undefined)[];
  card?: Omit<SummaryCardProps, 'children'>;
  /** Leaves out the lines between rows. */
  noBorder?: boolean;
};

type ActionsProps = { actions: RowAction[]; className?: string; cardTitle?: ReactNode };

function Actions({ actions, className, cardTitle }: ActionsProps) {
  const [only, ...others] = actions;
  return (
    <dd className={classNames('govuk-summary-list__actions', className)}>
      {only && others.length === 0 ? (
        <RowActionLink action={only} cardTitle={cardTitle} />
      ) : (
        <ul className="govuk-summary-list__actions-list">
          {actions.map((action, index) => (
            <li className="govuk-summary-list__actions-list-item" key={index}>
              <RowActionLink action={action} cardTitle={cardTitle} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  );
}

type RowProps = { row: SummaryRow; someActions: boolean; cardTitle?: ReactNode };

function Row({ row, someActions, cardTitle }: RowProps) {
  const { className: keyClass, ...keyProps } = row.keyProps ?? {};
  const { className: valueClass, ...valueProps } = row.valueProps ?? {};
  const bare = someActions && !row.actions;
  return (
    <div
      className={classNames(
        'govuk-summary-list__row',
        bare && 'govuk-summary-list__row--no-actions',
        row.className,
      )}
    >
      <dt className={classNames('govuk-summary-list__key', keyClass)} {...keyProps}>
        {row.key}
      </dt>
      <dd className={classNames('govuk-summary-list__value', valueClass)} {...valueProps}>
        {row.value}
      </dd>
      {row.actions?.length ? (
        <Actions actions={row.actions} className={row.actionsClassName} cardTitle={cardTitle} />
      ) : null}
    </div>
  );
}

export function SummaryList({ rows, card, noBorder, className, ...rest }: SummaryListProps) {
  const someActions = rows.some((row) => row && row.actions?.length);
  const list = (
    <dl
      className={classNames('govuk-summary-list', noBorder && 'govuk-summary-list--no-border', className)}
      {...rest}
    >
      {rows.map((row, index) =>
        row ? <Row key={index} row={row} someActions={someActions} cardTitle={card?.title} /> : null,
      )}
    </dl>
  );
  return card ? <SummaryCard {...card}>{list}</SummaryCard> : list;
}
