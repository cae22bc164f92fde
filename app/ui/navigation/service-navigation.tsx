import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '../class-names';
import { ServiceNavigationItem, type NavigationItem } from './service-navigation-item';

export type ServiceNavigationProps = Omit<ComponentPropsWithoutRef<'div'>, 'children'> & {
  items?: readonly (NavigationItem | false | null | undefined | '')[];
  name?: ReactNode;
  nameHref?: string;
  menuText?: string;
  menuLabel?: string;
  navigationLabel?: string;
  navigationClassName?: string;
  navigationId?: string;
  collapse?: boolean;
  start?: ReactNode;
  end?: ReactNode;
  /** Puts the end beside the navigation instead of under it. */
  endInline?: boolean;
  navigationStart?: ReactNode;
  navigationEnd?: ReactNode;
};

function ServiceName({ name, href }: { name: ReactNode; href?: string }) {
  return (
    <span className="govuk-service-navigation__service-name">
      {href ? (
        <a href={href} className="govuk-service-navigation__link">
          {name}
        </a>
      ) : (
        <span className="govuk-service-navigation__text">{name}</span>
      )}
    </span>
  );
}

function Navigation({
  items = [],
  navigationStart,
  navigationEnd,
  menuText = 'Menu',
  ...props
}: ServiceNavigationProps) {
  const shown = items.filter((item): item is NavigationItem => Boolean(item));
  const {
    navigationId = 'navigation',
    navigationLabel = menuText,
    menuLabel,
    collapse = shown.length > 1,
  } = props;
  if (shown.length === 0 && !navigationStart && !navigationEnd) return null;
  return (
    <nav
      aria-label={navigationLabel}
      className={classNames('govuk-service-navigation__wrapper', props.navigationClassName)}
    >
      {collapse ? (
        <button
          type="button"
          className="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={navigationId}
          aria-label={menuLabel === menuText ? undefined : menuLabel}
          hidden
          aria-hidden="true"
        >
          {menuText}
        </button>
      ) : null}
      <ul className="govuk-service-navigation__list" id={navigationId}>
        {navigationStart}
        {shown.map((item, index) => (
          <ServiceNavigationItem key={index} {...item} />
        ))}
        {navigationEnd}
      </ul>
    </nav>
  );
}

export function ServiceNavigation(props: ServiceNavigationProps) {
  const { items, name, nameHref, menuText, menuLabel, navigationLabel, navigationClassName, ...others } =
    props;
  const {
    navigationId,
    collapse,
    start,
    end,
    endInline,
    navigationStart,
    navigationEnd,
    className,
    ...rest
  } = others;
  const navigation = {
    items,
    menuText,
    menuLabel,
    navigationLabel,
    navigationClassName,
    navigationId,
    collapse,
  };
  // With a name it is a landmark of its own; otherwise the navigation inside is enough.
  const isSection = Boolean(name || start || end);
  const Root = isSection ? 'section' : 'div';
  return (
    <Root
      aria-label={isSection ? 'Service information' : undefined}
      className={classNames('govuk-service-navigation', className)}
      data-module="govuk-service-navigation"
      {...rest}
    >
      <div
        className={classNames(
          'govuk-width-container',
          endInline && 'govuk-service-navigation__inlining-container',
        )}
      >
        {start}
        <div className="govuk-service-navigation__container">
          {name ? <ServiceName name={name} href={nameHref} /> : null}
          <Navigation {...navigation} navigationStart={navigationStart} navigationEnd={navigationEnd} />
        </div>
        {end}
      </div>
    </Root>
  );
}
