import type { ReactNode } from 'react';

export type FooterLink = { text: ReactNode; href: string };

/** Our own: the official footer shows the crown and Crown copyright, which are not ours to show. */
export function SiteFooter({
  links = [],
  children,
}: {
  links?: readonly FooterLink[];
  children?: ReactNode;
}) {
  return (
    <footer className="site-footer">
      <div className="govuk-width-container">
        {links.length > 0 ? (
          <>
            <h2 className="govuk-visually-hidden">Support links</h2>
            <ul className="site-footer__list">
              {links.map(({ text, href }) => (
                <li key={href}>
                  <a className="govuk-link" href={href}>
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {children}
      </div>
    </footer>
  );
}
