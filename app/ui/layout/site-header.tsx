import type { ReactNode } from 'react';
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

export function SiteHeader({ name = 'Soundings', homeHref = '/', links = [], ...props }: SiteHeaderProps) {
  const { person, inbox, session } = props;
  const logo = (
    <>
      <Mark />
      <span className="site-header__name">{name}</span>
    </>
  );
  return (
    <header>
      <GenericHeader className="site-header" logo={logo} href={homeHref}>
        {links.length > 0 ? (
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
        ) : null}
        <div className="site-header__session">
          {inbox ? <Inbox {...inbox} /> : null}
          {person ? <Person {...person} /> : null}
          {session}
        </div>
      </GenericHeader>
    </header>
  );
}
