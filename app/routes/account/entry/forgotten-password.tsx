import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { askPasswordReset } from '~/domain/people/commands/ask-password-reset.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';

export const action = (args: ActionFunctionArgs) =>
  act(args, askPasswordReset, {
    visitors: true,
    fixed: { peer: args.context.address },
    done: () => paths.signIn(),
    says: 'If an account uses that address, a letter with a link is on its way to it. The link works for one hour',
  });

export const meta = () => pageTitle('Reset your password');

export default function ForgottenPassword() {
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.signIn()} />}>
      <h1 className="govuk-heading-xl">Reset your password</h1>
      <p className="govuk-body">
        Enter any confirmed address of your account. We send a link there that lets you choose a new password.
      </p>
      <Form reply={reply}>
        {(fields) => (
          <>
            <TextInput
              label="E-mail address"
              type="email"
              autoComplete="username"
              spellCheck={false}
              width={30}
              {...fieldProps(fields.address)}
            />
            <Button once>Send the link</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
