import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { removeSecondFactor } from '~/domain/people/commands/remove-second-factor.server';
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
  act(args, removeSecondFactor, { done: () => paths.secondFactorSetUp() });

export const meta = () => pageTitle('Replace your authenticator app');

export default function RemoveSecondFactor() {
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.secondFactorSetUp()} />}>
      <h1 className="govuk-heading-xl">Replace your authenticator app</h1>
      <p className="govuk-body">
        The app you use now and your recovery codes stop working. You set up the new app on the next page.
      </p>
      <Form reply={reply}>
        {(fields) => (
          <>
            <PasswordInput label="Your password" {...fieldProps(fields.password)} />
            <Button once>Continue</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
