import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { resetPassword } from '~/domain/people/commands/reset-password.server';
import { linkOfLetter } from '~/domain/people/queries/link-of-letter.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PasswordInput } from '~/ui/forms/password-input';
import { PageBody } from '~/ui/layout/page-body';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';

export const loader = async (args: LoaderFunctionArgs) => {
  const actor = await whoAsks(args);
  return found(await ask(linkOfLetter, actor, { token: args.params.token, purpose: 'passwordReset' }));
};

export const action = (args: ActionFunctionArgs) =>
  act(args, resetPassword, {
    visitors: true,
    fixed: { peer: args.context.address, token: args.params.token ?? '' },
    done: () => paths.signIn(),
    says: 'Your password is changed. Sign in with the new one',
  });

export const meta = () => pageTitle('Choose a new password');

export default function ResetPassword() {
  const { address, usable } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (!usable)
    return (
      <PageBody>
        <h1 className="govuk-heading-xl">This link does not work any more</h1>
        <p className="govuk-body">A link works once, for one hour.</p>
        <Button href={paths.forgottenPassword()}>Ask for another</Button>
      </PageBody>
    );
  return (
    <PageBody>
      <h1 className="govuk-heading-xl">Choose a new password</h1>
      <p className="govuk-body">For the account of {address}. Every session of it ends.</p>
      <Form reply={reply}>
        {(fields) => (
          <>
            <PasswordInput
              label="New password"
              hint="12 characters or more. Three random words make a good one"
              autoComplete="new-password"
              {...fieldProps(fields.password)}
            />
            <Button once>Change password</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
