import type { SubmissionResult } from '@conform-to/react';
import { useLocation } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { paths } from '~/paths';
import { Details } from '~/ui/content/details';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';

export function BeginSecondFactor() {
  const { search } = useLocation();
  return (
    <>
      <h1 className="govuk-heading-xl">Set up a second factor</h1>
      <p className="govuk-body">
        Soundings holds work that is not published yet, so a password alone does not open it. You also need a
        code from an authenticator app on your phone or computer, such as the ones of Microsoft, Google or
        your password manager.
      </p>
      <Form action={`${paths.beginSecondFactor()}${search}`}>{() => <Button once>Set it up</Button>}</Form>
      <form method="post" action={paths.signOut()}>
        <Button variant="secondary">Sign out</Button>
      </form>
    </>
  );
}

interface Props {
  svg: string;
  secret: string;
  reply: { result: SubmissionResult } | undefined;
}

export function ConfirmSecondFactor({ svg, secret, reply }: Props) {
  return (
    <>
      <h1 className="govuk-heading-xl">Connect your app</h1>
      <p className="govuk-body">Scan this square with your authenticator app.</p>
      <div
        role="img"
        aria-label="A square code that holds the secret for your authenticator app"
        className="max-w-60 govuk-!-margin-bottom-4"
        // Drawn by the server from a secret of its own: no text of anybody is in it.
        dangerouslySetInnerHTML={{ __html: svg }}
      />
      <Details summary="I cannot scan it">
        Choose “enter a key” in the app, name it Soundings, and type this key, based on time:
        <br />
        <code>{secret}</code>
      </Details>
      <Form reply={reply}>
        {(fields) => (
          <>
            <TextInput
              label="Code"
              hint="The six digits that the app shows for Soundings now"
              inputMode="numeric"
              autoComplete="one-time-code"
              spellCheck={false}
              width={10}
              {...fieldProps(fields.code)}
            />
            <Button once>Confirm</Button>
          </>
        )}
      </Form>
    </>
  );
}
