import { useLocation, useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { paths } from '~/paths';
import { NotificationBanner } from '~/ui/content/notification-banner';
import { Page } from '~/ui/layout/page';
import { PhaseBanner } from '~/ui/layout/phase-banner';
import { SiteFooter } from '~/ui/layout/site-footer';
import { SiteHeader } from '~/ui/layout/site-header';
import type { FrameData } from './frame-data';

/** Header, banner and footer around every page. */
export function Frame({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<FrameData>('root');
  return (
    <Page
      header={<Header frame={frame} />}
      banner={
        <>
          {frame?.demonstration && (
            <PhaseBanner tag="Demonstration">
              People, questions and bids here are invented. Do not enter anything real.
            </PhaseBanner>
          )}
          {frame?.banner && (
            <div className="govuk-width-container govuk-!-margin-top-6">
              <NotificationBanner success>{frame.banner}</NotificationBanner>
            </div>
          )}
        </>
      }
      footer={
        <SiteFooter
          links={[
            { text: 'Accessibility', href: paths.accessibility() },
            { text: 'Privacy', href: paths.privacy() },
            { text: 'How bids are sealed', href: paths.sealing() },
            { text: 'For programs', href: paths.aboutApi() },
          ]}
        />
      }
    >
      {children}
    </Page>
  );
}

function Header({ frame }: { frame: FrameData | undefined }) {
  const { pathname } = useLocation();
  const signedInUnverified = frame?.person?.verified === false;
  const sections = [
    { text: 'Questions', href: paths.questions() },
    { text: 'Knowledge base', href: paths.findings() },
    ...(signedInUnverified ? [] : [{ text: 'Experts', href: paths.experts() }]),
    { text: 'Map', href: paths.map() },
    { text: 'Strategy', href: paths.strategy() },
    { text: 'Search', href: paths.search() },
    ...(frame?.sections.desk ? [{ text: 'Desk', href: paths.desk() }] : []),
    ...(frame?.sections.audit ? [{ text: 'Audit', href: paths.audit() }] : []),
    ...(frame?.sections.administration ? [{ text: 'Administration', href: paths.administration() }] : []),
  ];
  const links = sections.map((link) => ({ ...link, active: pathname.startsWith(link.href) }));
  if (!frame?.person)
    return (
      <SiteHeader
        links={links}
        session={
          <a href={paths.signIn()} className="site-header__link">
            Sign in
          </a>
        }
      />
    );
  return (
    <SiteHeader
      links={links}
      person={{ name: frame.person.name, href: paths.account() }}
      inbox={{ href: paths.inbox(), unread: frame.person.unread }}
      session={
        <form method="post" action={paths.signOut()}>
          <button>Sign out</button>
        </form>
      }
    />
  );
}
