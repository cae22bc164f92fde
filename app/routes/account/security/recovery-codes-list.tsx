import { Panel } from '~/ui/content/panel';
import { WarningText } from '~/ui/content/warning-text';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';

/** Shown once, right after they were made. */
export function RecoveryCodes({ codes, next }: { codes: string[]; next: string }) {
  return (
    <PageBody>
      <Panel title="Keep your recovery codes" />
      <p className="govuk-body">
        Each lets you in once, without your authenticator app. Keep them where you keep other secrets, not
        beside your password.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <WarningText>They are shown this once. Nobody can read them to you later.</WarningText>
      <Button href={next}>I have kept them, continue</Button>
    </PageBody>
  );
}
