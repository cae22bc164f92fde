import type { ReactNode } from 'react';

export type Stat = { value: ReactNode; label: ReactNode; note?: ReactNode; href?: string };

/** A few figures side by side, each said in words and, with an address, opening its list. */
export function StatStrip({ stats, label }: { stats: readonly Stat[]; label?: string }) {
  return (
    <ul className="stat-strip" aria-label={label}>
      {stats.map(({ value, label: name, note, href }, index) => (
        <li className="stat-strip__stat" key={index}>
          <span className="stat-strip__value">{value}</span>{' '}
          {href ? (
            <a className="govuk-link stat-strip__label" href={href}>
              {name}
            </a>
          ) : (
            <span className="stat-strip__label">{name}</span>
          )}
          {note ? <span className="stat-strip__note">{note}</span> : null}
        </li>
      ))}
    </ul>
  );
}
