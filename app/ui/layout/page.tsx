import type { ReactNode } from 'react';
import { SkipLink } from './skip-link';

export type PageProps = {
  /** A `<SiteHeader>`. */
  header?: ReactNode;
  /** A `<PhaseBanner>`, on a demonstration. */
  banner?: ReactNode;
  /** A `<SiteFooter>`. */
  footer?: ReactNode;
  children: ReactNode;
};

/** The frame of every page. What stands above the main part (`ChainSteps`, `Breadcrumbs`) goes into `PageBody`. */
export function Page({ header, banner, footer, children }: PageProps) {
  return (
    <div className="page">
      <SkipLink href="#content">Skip to main content</SkipLink>
      {header}
      {banner ? (
        <section className="page__banner" aria-label="About this service">
          {banner}
        </section>
      ) : null}
      <div className="page__body">{children}</div>
      {footer}
    </div>
  );
}
