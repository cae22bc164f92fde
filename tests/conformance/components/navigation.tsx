import type { ReactElement } from 'react';
import { GenericHeader } from '~/ui/layout/generic-header';
import { PhaseBanner } from '~/ui/layout/phase-banner';
import { SkipLink } from '~/ui/layout/skip-link';
import { BackLink } from '~/ui/navigation/back-link';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Pagination, type NumberedPage } from '~/ui/navigation/pagination';
import type { PageLink } from '~/ui/navigation/pagination-arrow';
import { ServiceNavigation } from '~/ui/navigation/service-navigation';
import { attributes, content, given, look, type Part } from '../options';

type Link = Part & { href?: string };

// The official macro falls back to `#`; a link of ours must have an address.
export const backLink = (options: Link): ReactElement => (
  <BackLink href={options.href || '#'} {...look(options)}>
    {content(options) || undefined}
  </BackLink>
);

type BreadcrumbsOptions = Part & { items?: Link[]; collapseOnMobile?: boolean; labelText?: string };

export const breadcrumbs = ({
  items = [],
  collapseOnMobile,
  labelText,
  ...options
}: BreadcrumbsOptions): ReactElement => (
  <Breadcrumbs
    items={items.map((item) => ({
      text: content(item),
      href: item.href,
      attributes: attributes(item.attributes),
    }))}
    collapseOnMobile={collapseOnMobile}
    {...given({ 'aria-label': labelText })}
    {...look(options)}
  />
);

type HeaderOptions = Part & { logoText?: string; logoHtml?: string; url?: string; containerClasses?: string };

export const genericHeader = ({
  logoText,
  logoHtml,
  url,
  containerClasses,
  ...options
}: HeaderOptions): ReactElement => (
  <GenericHeader
    logo={content({ text: logoText, html: logoHtml })}
    {...given({ href: url, containerClassName: containerClasses })}
    {...look(options)}
  />
);

type PageOptions = {
  number?: number;
  href?: string;
  current?: boolean;
  ellipsis?: boolean;
  visuallyHiddenText?: string;
  attributes?: Part['attributes'];
};

type PaginationOptions = Part & {
  previous?: Link & { labelText?: string };
  next?: Link & { labelText?: string };
  items?: (PageOptions | null)[];
  landmarkLabel?: string;
};

const pageLink = (link: PaginationOptions['next']): PageLink | undefined =>
  link && {
    href: link.href ?? '',
    text: content(link),
    label: link.labelText,
    attributes: attributes(link.attributes),
  };

function numberedPage(page: PageOptions | null): NumberedPage | null {
  if (!page || Object.keys(page).length === 0) return null;
  const { visuallyHiddenText, attributes: own, ...rest } = page;
  return given({ ...rest, label: visuallyHiddenText, attributes: attributes(own) });
}

export const pagination = ({
  previous,
  next,
  items,
  landmarkLabel,
  ...options
}: PaginationOptions): ReactElement => (
  <Pagination
    previous={pageLink(previous)}
    next={pageLink(next)}
    pages={items?.map(numberedPage)}
    {...given({ 'aria-label': landmarkLabel })}
    {...look(options)}
  />
);

export const phaseBanner = ({ tag, ...options }: Part & { tag?: Part }): ReactElement => (
  <PhaseBanner tag={content(tag)} tagClassName={tag?.classes} {...look(options)}>
    {content(options)}
  </PhaseBanner>
);

export const skipLink = (options: Link): ReactElement => (
  <SkipLink {...given({ href: options.href })} {...look(options)}>
    {content(options)}
  </SkipLink>
);

type ServiceNavigationOptions = Part & {
  serviceName?: string;
  serviceUrl?: string;
  navigation?: ((Link & { current?: boolean; active?: boolean }) | null | false | '')[];
  menuButtonText?: string;
  menuButtonLabel?: string;
  navigationLabel?: string;
  navigationClasses?: string;
  navigationId?: string;
  collapseNavigationOnMobile?: boolean;
  ariaLabel?: string;
  slots?: {
    start?: string;
    end?: string | { html?: string; align?: string };
    navigationStart?: string;
    navigationEnd?: string;
  };
};

export function serviceNavigation({ slots = {}, ...options }: ServiceNavigationOptions): ReactElement {
  const end = typeof slots.end === 'string' ? { html: slots.end } : slots.end;
  const items = options.navigation?.map(
    (item) =>
      item && {
        text: content(item),
        href: item.href,
        current: item.current,
        active: item.active,
        attributes: attributes(item.attributes),
      },
  );
  const props = given({
    name: options.serviceName,
    nameHref: options.serviceUrl,
    menuText: options.menuButtonText,
    menuLabel: options.menuButtonLabel,
    navigationLabel: options.navigationLabel,
    navigationClassName: options.navigationClasses,
    navigationId: options.navigationId,
    collapse: options.collapseNavigationOnMobile,
    'aria-label': options.ariaLabel,
    start: content({ html: slots.start }),
    end: content(end),
    endInline: end && 'align' in end && end.align === 'inline',
    navigationStart: content({ html: slots.navigationStart }),
    navigationEnd: content({ html: slots.navigationEnd }),
  });
  return <ServiceNavigation items={items} {...props} {...look(options)} />;
}
