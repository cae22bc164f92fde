import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import type { Attributes } from '../attributes';
import { classNames } from '../class-names';

/** Without an address it is the page itself. */
export type Breadcrumb = { text: ReactNode; href?: string; attributes?: Attributes };

export type BreadcrumbsProps = Omit<ComponentPropsWithoutRef<'nav'>, 'children'> & {
  items: readonly Breadcrumb[];
  collapseOnMobile?: boolean;
};

function Crumb({ text, href, attributes }: Breadcrumb) {
  if (!href) {
    return (
      <li className="govuk-breadcrumbs__list-item" aria-current="page">
        {text}
      </li>
    );
  }
  return (
    <li className="govuk-breadcrumbs__list-item">
      <a className="govuk-breadcrumbs__link" href={href} {...attributes}>
        {text}
      </a>
    </li>
  );
}

export function Breadcrumbs({ items, collapseOnMobile, className, ...rest }: BreadcrumbsProps) {
  return (
    <nav
      className={classNames(
        'govuk-breadcrumbs',
        className,
        collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
      )}
      aria-label="Breadcrumb"
      {...rest}
    >
      <ol className="govuk-breadcrumbs__list">
        {items.map((item, index) => (
          <Crumb key={index} {...item} />
        ))}
      </ol>
    </nav>
  );
}
