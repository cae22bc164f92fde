import { pageTitle } from '~/web/page-title';
import { PageBody } from '~/ui/layout/page-body';

export const meta = () => pageTitle('Privacy');

export default function Privacy() {
  return (
    <PageBody>
      <h1 className="govuk-heading-xl">Privacy</h1>
      <h2 className="govuk-heading-m">What is kept about you, and why</h2>
      <p className="govuk-body">
        Your name, e-mail addresses, organisations and roles, so that people know who asks and who answers.
        What you enter in your profile, so that you can be found. What you write: questions, bids, scores,
        ratings and findings, so that a commission can be run and its result defended.
      </p>
      <p className="govuk-body">
        Clearance is kept as the level, sponsor and expiry that you declare, and is used only to filter.
        Career breaks, health and other special categories are never asked for.
      </p>
      <h2 className="govuk-heading-m">Who sees it</h2>
      <p className="govuk-body">
        Verified members see profiles and published work. The public sees only what a named person released. A
        bid is sealed until it is opened, and is then read only by its panel, each reading recorded. Whoever
        asks for a clarification is never shown to anybody but the auditor.
      </p>
      <h2 className="govuk-heading-m">Cookies</h2>
      <p className="govuk-body">
        Two, both necessary: one that keeps you signed in, and one that carries a confirmation message to the
        next page. Nothing is measured and nobody else is told.
      </p>
      <h2 className="govuk-heading-m">Your rights</h2>
      <p className="govuk-body">
        You can correct your profile and download what is held about you from your account page. An
        administrator can erase you: the key to your personal text in the audit trail is destroyed, your name
        becomes “former member”, and the trail still proves that it is whole.
      </p>
    </PageBody>
  );
}
