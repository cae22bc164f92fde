import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { fieldProps, Form } from '~/components/form';
import { signIn } from '~/domain/people/commands/sign-in.server';
import { orcidIsOn } from '~/domain/people/orcid-account/orcid-provider.server';
import { demonstrationAccounts } from '~/domain/people/queries/demonstration-accounts.server';
import { hasAdministrator } from '~/domain/people/queries/has-administrator.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PasswordInput } from '~/ui/forms/password-input';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { act } from '~/web/act.server';
import { entering, mayEnterDemonstration, pageToReturnTo } from '~/web/entrance.server';
import { pageTitle } from '~/web/page-title';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';
import { DemonstrationAccounts } from './demonstration-accounts';

export async function loader(args: LoaderFunctionArgs) {
  const { from } = readSearch(args.request, { from: z.string().max(2000).optional() });
  const actor = await whoAsks(args);
  if (actor.kind === 'person' && actor.secondFactorPassed) throw redirect(pageToReturnTo(args.request));
  const orcid = orcidIsOn() ? paths.signInWithOrcid(from) : null;
  if (mayEnterDemonstration(args))
    return { orcid, groups: (await ask(demonstrationAccounts, actor, {})) ?? [] };
  if (!(await ask(hasAdministrator, actor, {}))) throw redirect(paths.firstAdministrator());
  return { orcid, groups: [] };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, signIn, {
    visitors: true,
    fixed: { peer: args.context.address },
    headers: ({ personId }) => entering(args.request, personId, false),
    done: () => pageToReturnTo(args.request),
  });

export const meta = () => pageTitle('Sign in');

export default function SignIn() {
  const { groups, orcid } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody wide={groups.length > 0}>
      <h1 className="govuk-heading-xl">Sign in</h1>
      {groups.length > 0 && <DemonstrationAccounts groups={groups} />}
      <Form id="sign-in" reply={reply}>
        {(fields) => (
          <>
            {groups.length > 0 && <h2 className="govuk-heading-m">With a password</h2>}
            <TextInput
              label="E-mail address"
              type="email"
              autoComplete="username"
              spellCheck={false}
              className="govuk-input--width-20"
              {...fieldProps(fields.address)}
            />
            <PasswordInput
              label="Password"
              className="govuk-input--width-20"
              {...fieldProps(fields.password)}
            />
            <Button once>Sign in</Button>
          </>
        )}
      </Form>
      {orcid && (
        <p className="govuk-body">
          <a className="govuk-link" href={orcid}>
            Sign in or join with ORCID
          </a>
        </p>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.forgottenPassword()}>
          I have forgotten my password
        </a>
      </p>
      <p className="govuk-body">
        New here?{' '}
        <a className="govuk-link" href={paths.join()}>
          Join Soundings
        </a>
      </p>
    </PageBody>
  );
}
