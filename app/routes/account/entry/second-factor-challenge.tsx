import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { z } from 'zod';
import { fieldProps, Form } from '~/components/form';
import { passSecondFactor } from '~/domain/people/commands/pass-second-factor.server';
import { paths } from '~/paths';
import { Details } from '~/ui/content/details';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { act } from '~/web/act.server';
import { entering, pageToReturnTo } from '~/web/entrance.server';
import { pageTitle } from '~/web/page-title';
import { readSearch } from '~/web/search-params.server';
import { personInSession } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  readSearch(args.request, { from: z.string().max(2000).optional() });
  const actor = await personInSession(args);
  if (actor.secondFactorPassed) throw redirect(pageToReturnTo(args.request));
  if (!actor.secondFactorSetUp) throw redirect(paths.secondFactorSetUp());
  return null;
}

export async function action(args: ActionFunctionArgs) {
  await personInSession(args);
  return act(args, passSecondFactor, {
    visitors: true,
    headers: ({ personId }) => entering(args.request, personId, true),
    done: () => pageToReturnTo(args.request),
  });
}

export const meta = () => pageTitle('Enter your code');

export default function SecondFactorChallenge() {
  const reply = useActionData<typeof action>();
  return (
    <PageBody>
      <h1 className="govuk-heading-xl">Enter your code</h1>
      <Form reply={reply}>
        {(fields) => (
          <>
            <TextInput
              label="Code"
              hint="The six digits that your authenticator app shows for Soundings now"
              autoComplete="one-time-code"
              spellCheck={false}
              width={10}
              {...fieldProps(fields.code)}
            />
            <Button once>Continue</Button>
          </>
        )}
      </Form>
      <Details summary="I do not have my authenticator app">
        Enter one of the recovery codes that you kept when you set it up. Each counts once. If you have none,
        ask your administrator to clear your second factor.
      </Details>
      <form method="post" action={paths.signOut()}>
        <Button variant="secondary">Sign out</Button>
      </form>
    </PageBody>
  );
}
