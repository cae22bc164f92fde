import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Panel } from '~/ui/content/panel';
import { WarningText } from '~/ui/content/warning-text';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';

interface Props {
  token: string;
  name: string;
  expiresAt: Date | string;
}

/** Shown once, right after it was made. */
export function TokenMade({ token, name, expiresAt }: Props) {
  return (
    <PageBody>
      <Panel title="Keep your token" />
      <p className="govuk-body">
        For “{name}”, until {showDay(expiresAt)}:
      </p>
      <p className="govuk-body">
        <code className="break-all">{token}</code>
      </p>
      <WarningText>
        It is shown this once. Whoever has it can act in your name: keep it out of code and letters, and
        revoke it when the program is not used any more.
      </WarningText>
      <Button href={paths.ownTokens()}>I have kept it, continue</Button>
    </PageBody>
  );
}
