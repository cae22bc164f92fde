import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '../class-names';
import { RowActionLink, type RowAction } from './row-action';

export type SummaryCardProps = Omit<ComponentPropsWithoutRef<'div'>, 'title'> & {
  title?: ReactNode;
  headingLevel?: 2 | 3 | 4;
  titleClassName?: string;
  actions?: RowAction[];
  actionsClassName?: string;
};

type ActionsProps = Pick<SummaryCardProps, 'actions' | 'title'> & { className?: string };

function Actions({ actions = [], title, className }: ActionsProps) {
  const [only, ...others] = actions;
  if (!only) return null;
  const names = classNames('govuk-summary-card__actions', className);
  if (others.length === 0) {
    return (
      <div className={names}>
        <RowActionLink action={only} cardTitle={title} />
      </div>
    );
  }
  return (
    <ul className={names}>
      {actions.map((action, index) => (
        <li className="govuk-summary-card__action" key={index}>
          <RowActionLink action={action} cardTitle={title} />
        </li>
      ))}
    </ul>
  );
}

export function SummaryCard({ title, headingLevel = 2, className, children, ...props }: SummaryCardProps) {
  const { titleClassName, actions, actionsClassName, ...rest } = props;
  const Heading = `h${headingLevel}` as const;
  return (
    <div className={classNames('govuk-summary-card', className)} {...rest}>
      <div className="govuk-summary-card__title-wrapper">
        {title ? (
          <Heading className={classNames('govuk-summary-card__title', titleClassName)}>{title}</Heading>
        ) : null}
        <Actions actions={actions} title={title} className={actionsClassName} />
      </div>
      <div className="govuk-summary-card__content">{children}</div>
    </div>
  );
}
