import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { changePassword } from '~/domain/people/commands/change-password.server';
import { mayChangeOwnSecrets } from '~/domain/people/person-policy';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PasswordInput } from '~/ui/forms/password-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  permitted(mayChangeOwnSecrets(await personWhoAsks(args)));
  return null;
}

export const action = (args: ActionFunctionArgs) =>
  act(args, changePassword, {
    done: () => paths.account(),
    says: 'Your password is changed, and your other sessions are ended',
  });

export const meta = () => pageTitle('Change your password');

export default function Password() {
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.account()} />}>
      <h1 className="govuk-heading-xl">Change your password</h1>
      <Form reply={reply}>
        {(fields) => (
          <>
            <PasswordInput label="Present password" {...fieldProps(fields.currentPassword)} />
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
