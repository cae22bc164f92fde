import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { setUpInstallation } from '~/domain/people/commands/set-up-installation.server';
import { hasAdministrator } from '~/domain/people/queries/has-administrator.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { act } from '~/web/act.server';
import { entering } from '~/web/entrance.server';
import { pageTitle } from '~/web/page-title';
import { notFound } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';
import { NewAccountFields } from './new-account-fields';

/** There only while nobody administers the installation. */
export async function loader(args: LoaderFunctionArgs) {
  if (await ask(hasAdministrator, await whoAsks(args), {})) throw notFound();
  return null;
}

export const action = (args: ActionFunctionArgs) =>
  act(args, setUpInstallation, {
    visitors: true,
    fixed: { peer: args.context.address },
    headers: ({ personId }) => entering(args.request, personId, false),
    done: () => paths.administration(),
    says: 'Soundings is set up, and you are its administrator',
  });

export const meta = () => pageTitle('Set up Soundings');

export default function SetUp() {
  const reply = useActionData<typeof action>();
  return (
    <PageBody>
      <h1 className="govuk-heading-xl">Set up Soundings</h1>
      <p className="govuk-body">
        Nobody administers this installation yet. Whoever fills in this page becomes its first administrator,
        invites the first people and gives out roles. The page is gone afterwards.
      </p>
      <Form reply={reply}>
        {(fields) => (
          <>
            <TextInput
              label="Your e-mail address"
              type="email"
              autoComplete="email"
              spellCheck={false}
              width={30}
              {...fieldProps(fields.address)}
            />
            <NewAccountFields fields={fields} />
            <Button once>Set up Soundings</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
