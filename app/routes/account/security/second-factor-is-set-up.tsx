import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';

export function SecondFactorIsSetUp({ since, codesLeft }: { since: Date | string; codesLeft: number }) {
  return (
    <>
      <h1 className="govuk-heading-xl">Second factor</h1>
      <SummaryList
        rows={[
          {
            key: 'Authenticator app',
            value: `Connected since ${showDay(since)}`,
            actions: [{ href: paths.removeSecondFactor(), text: 'Replace', about: 'authenticator app' }],
          },
          {
            key: 'Recovery codes',
            value: codesLeft === 1 ? '1 is left' : `${codesLeft} are left`,
            actions: [{ href: paths.recoveryCodes(), text: 'Make new ones', about: 'as recovery codes' }],
          },
        ]}
      />
    </>
  );
}
