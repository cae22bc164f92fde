import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { Form } from '~/components/form';
import { registerInterest } from '~/domain/evaluation/commands/register-interest.server';
import { ownRegister } from '~/domain/evaluation/queries/own-register.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { EntryFields } from './entry-fields';

export async function loader(args: LoaderFunctionArgs) {
  found(await ask(ownRegister, await personWhoAsks(args), {}));
  return null;
}

export const action = (args: ActionFunctionArgs) =>
  act(args, registerInterest, {
    done: () => paths.ownInterests(),
    says: 'It is in your register',
  });

export const meta = () => pageTitle('Add an interest');

export default function NewInterest() {
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.ownInterests()} />}>
      <h1 className="govuk-heading-xl">Add an interest</h1>
      <Form reply={reply}>
        {(fields) => (
          <>
            <EntryFields fields={fields} />
            <Button once>Add</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
