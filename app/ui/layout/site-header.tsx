import type { ReactNode } from 'react';
import { classNames } from '../class-names';
import { GenericHeader } from './generic-header';
import { Mark } from './mark';

export type HeaderLink = { text: ReactNode; href: string; active?: boolean };

export type SiteHeaderProps = {
  name?: string;
  homeHref?: string;
  links?: readonly HeaderLink[];
  /** Who is signed in, as "Dr Amara Okafor · University of Leeds"; links to their account when it has an address. */
  person?: { name: string; href?: string };
  inbox?: { href: string; unread: number };
  /** Sign in, or the form that signs out. */
  session?: ReactNode;
};

function Inbox({ href, unread }: { href: string; unread: number }) {
  return (
    <a className="site-header__link" href={href}>
      Inbox
      {unread > 0 ? (
        <span className="site-header__count">
          {unread > 99 ? '99+' : unread}
          <span className="govuk-visually-hidden"> unread</span>
        </span>
      ) : null}
    </a>
  );
}

function Person({ name, href }: { name: string; href?: string }) {
  return href ? (
    <a className="site-header__link" href={href}>
      {name}
    </a>
  ) : (
    <span className="site-header__person">{name}</span>
  );
}

/** With more sections than fit beside a name on a laptop, they get a row of their own under it. */
const MOST_IN_ONE_ROW = 7;

function Navigation({ links }: { links: readonly HeaderLink[] }) {
  if (links.length === 0) return null;
  return (
    <nav className="site-header__navigation" aria-label="Main">
      <ul className="site-header__list">
        {links.map(({ text, href, active }) => (
          <li key={href}>
            <a className="site-header__link" href={href} aria-current={active ? 'true' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function SiteHeader({ name = 'Soundings', homeHref = '/', links = [], ...props }: SiteHeaderProps) {
  const { person, inbox, session } = props;
  const logo = (
    <>
      <Mark />
      <span className="site-header__name">{name}</span>
    </>
  );
  const twoRows = links.length > MOST_IN_ONE_ROW;
  const navigation = <Navigation links={links} />;
  return (
    <header>
      <GenericHeader
        className={classNames('site-header', twoRows && 'site-header--two-rows')}
        logo={logo}
        href={homeHref}
      >
        {!twoRows && navigation}
        <div className="site-header__session">
          {inbox ? <Inbox {...inbox} /> : null}
          {person ? <Person {...person} /> : null}
          {session}
        </div>
        {twoRows && navigation}
      </GenericHeader>
    </header>
  );
}
