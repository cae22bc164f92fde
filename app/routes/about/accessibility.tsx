import { pageTitle } from '~/web/page-title';
import { PageBody } from '~/ui/layout/page-body';

export const meta = () => pageTitle('Accessibility statement');

export default function AccessibilityStatement() {
  return (
    <PageBody>
      <h1 className="govuk-heading-xl">Accessibility statement</h1>
      <p className="govuk-body">
        Soundings should work for everybody who has to use it. It is built to the Web Content Accessibility
        Guidelines 2.2 at level AA: you should be able to
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li>zoom to 400 % without text leaving the screen</li>
        <li>use every page with a keyboard alone</li>
        <li>use every page with a screen reader, or with speech</li>
        <li>use every page without JavaScript</li>
        <li>keep your own colours, contrast and reduced motion</li>
      </ul>
      <h2 className="govuk-heading-m">How it is tested</h2>
      <p className="govuk-body">
        Each journey through Soundings is walked by an automatic browser test, with and without JavaScript,
        and every page on the way is scanned with axe at widths of 320 and 1280 pixels. A page with a finding
        stops a release. Automatic tests find part of all problems: this installation has not been audited by
        people who use assistive technology every day.
      </p>
      <h2 className="govuk-heading-m">Documents that people upload</h2>
      <p className="govuk-body">
        Files attached to findings come from their authors and may not be accessible. Ask the author, or a
        coordinator, for another format.
      </p>
      <h2 className="govuk-heading-m">Tell us</h2>
      <p className="govuk-body">
        If something does not work for you, tell the administrator of this installation what you were trying
        to do, and with what. It is treated as a fault.
      </p>
    </PageBody>
  );
}
