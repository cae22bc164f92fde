import { paths } from '~/paths';
import { Panel } from '~/ui/content/panel';
import { PageBody } from '~/ui/layout/page-body';
import { pageTitle } from '~/web/page-title';

export const meta = () => pageTitle('Look in your mail');

export default function JoinSent() {
  return (
    <PageBody>
      <Panel title="Look in your mail">We sent a letter to your address</Panel>
      <h2 className="govuk-heading-m">What happens next</h2>
      <p className="govuk-body">
        Open the link in the letter within one hour, then enter your name and choose a password. If nothing
        comes, look among unwanted mail, or{' '}
        <a className="govuk-link" href={paths.join()}>
          try again
        </a>
        .
      </p>
    </PageBody>
  );
}
