import type { ReactNode } from 'react';
import type { Attributes } from '../attributes';
import { classNames } from '../class-names';

export type NavigationItem = {
  text: ReactNode;
  href?: string;
  /** The page itself; `active` is a section that holds the page. */
  current?: boolean;
  active?: boolean;
  attributes?: Attributes;
};

export function ServiceNavigationItem({ text, href, current, active, attributes }: NavigationItem) {
  const lit = Boolean(current || active);
  const ariaCurrent = lit ? (current ? 'page' : 'true') : undefined;
  const content = lit ? <strong className="govuk-service-navigation__active-fallback">{text}</strong> : text;
  return (
    <li
      className={classNames(
        'govuk-service-navigation__item',
        lit && 'govuk-service-navigation__item--active',
      )}
    >
      {href ? (
        <a className="govuk-service-navigation__link" href={href} aria-current={ariaCurrent} {...attributes}>
          {content}
        </a>
      ) : text ? (
        <span className="govuk-service-navigation__text" aria-current={ariaCurrent}>
          {content}
        </span>
      ) : null}
    </li>
  );
}
