import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { confirmEmail } from '~/domain/people/commands/confirm-email.server';
import { linkOfLetter } from '~/domain/people/queries/link-of-letter.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const loader = async (args: LoaderFunctionArgs) =>
  found(
    await ask(linkOfLetter, await personWhoAsks(args), { token: args.params.token, purpose: 'confirmEmail' }),
  );

export const action = (args: ActionFunctionArgs) =>
  act(args, confirmEmail, {
    fixed: { token: args.params.token ?? '' },
    done: () => paths.ownEmails(),
    says: ({ address, organisation }) =>
      `${address} is on your account${organisation ? `, and confirms that you belong to ${organisation}` : ''}`,
  });

export const meta = () => pageTitle('Confirm your address');

export default function ConfirmEmail() {
  const { address, usable, organisation } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (!usable)
    return (
      <PageBody>
        <h1 className="govuk-heading-xl">This link does not work any more</h1>
        <p className="govuk-body">A link works once, for one day.</p>
        <Button href={paths.ownEmails()}>Your e-mail addresses</Button>
      </PageBody>
    );
  return (
    <PageBody>
      <h1 className="govuk-heading-xl">Confirm your address</h1>
      <p className="govuk-body">
        {address} joins your account.
        {organisation && ` It also confirms that you belong to ${organisation}.`}
      </p>
      <Form reply={reply}>{() => <Button once>Confirm {address}</Button>}</Form>
    </PageBody>
  );
}
