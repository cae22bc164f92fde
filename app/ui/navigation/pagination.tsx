import type { ComponentPropsWithoutRef } from 'react';
import type { Attributes } from '../attributes';
import { classNames } from '../class-names';
import { PaginationArrow, type PageLink } from './pagination-arrow';

export type NumberedPage = {
  number?: number | string;
  href?: string;
  current?: boolean;
  ellipsis?: boolean;
  label?: string;
  attributes?: Attributes;
};

export type PaginationProps = Omit<ComponentPropsWithoutRef<'nav'>, 'children'> & {
  previous?: PageLink;
  next?: PageLink;
  /** Numbered pages, for the rare list that is read by number. */
  pages?: readonly (NumberedPage | null | undefined)[];
};

function PageItem({ number, href, current, ellipsis, label = `Page ${number}`, attributes }: NumberedPage) {
  const names = classNames(
    'govuk-pagination__item',
    current && 'govuk-pagination__item--current',
    ellipsis && 'govuk-pagination__item--ellipsis',
  );
  if (ellipsis) return <li className={names}>⋯</li>;
  return (
    <li className={names}>
      <a
        className="govuk-link govuk-pagination__link"
        href={href}
        aria-label={label}
        aria-current={current ? 'page' : undefined}
        {...attributes}
      >
        {number}
      </a>
    </li>
  );
}

/** Nothing at all when there is nowhere to go. */
export function Pagination({ previous, next, pages, className, ...rest }: PaginationProps) {
  const block = !pages && Boolean(previous || next);
  if (!block && !pages) return null;
  return (
    <nav
      className={classNames('govuk-pagination', block && 'govuk-pagination--block', className)}
      aria-label="Pagination"
      {...rest}
    >
      {previous?.href ? <PaginationArrow link={previous} direction="prev" block={block} /> : null}
      {pages ? (
        <ul className="govuk-pagination__list">
          {pages.map((page, index) => (page ? <PageItem key={index} {...page} /> : null))}
        </ul>
      ) : null}
      {next?.href ? <PaginationArrow link={next} direction="next" block={block} /> : null}
    </nav>
  );
}
