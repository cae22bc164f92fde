import type { ReactNode } from 'react';
import { Button } from '../forms/button';

export type FilterPanelProps = {
  /** Where the filters go: the list's own address, which then holds them. */
  action: string;
  title?: ReactNode;
  clearHref?: string;
  submitText?: string;
  /** What is chosen now, each with the address of the list without it. */
  chosen?: readonly { text: ReactNode; removeHref: string }[];
  children: ReactNode;
};

function Chosen({ chosen }: { chosen: NonNullable<FilterPanelProps['chosen']> }) {
  return (
    <ul className="filter-panel__chosen" aria-label="Chosen filters">
      {chosen.map(({ text, removeHref }) => (
        <li key={removeHref}>
          <a className="filter-panel__chip" href={removeHref}>
            <span className="govuk-visually-hidden">Remove this filter: </span>
            {text}
            <span aria-hidden="true"> ×</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** A form of filters that sends them in the address, so that a filtered list can be kept and shared. */
export function FilterPanel({
  action,
  title = 'Filter',
  clearHref,
  submitText,
  chosen,
  children,
}: FilterPanelProps) {
  return (
    <form className="filter-panel" method="get" action={action} role="search">
      <h2 className="filter-panel__title">{title}</h2>
      {chosen?.length ? <Chosen chosen={chosen} /> : null}
      {children}
      <div className="filter-panel__actions">
        <Button variant="secondary">{submitText ?? 'Apply filters'}</Button>
        {clearHref ? (
          <a className="govuk-link" data-no-day href={clearHref}>
            Clear filters
          </a>
        ) : null}
      </div>
    </form>
  );
}
