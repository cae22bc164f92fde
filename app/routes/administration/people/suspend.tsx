import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { suspendPerson } from '~/domain/people/commands/suspend-person.server';
import { mayAdministerPeople } from '~/domain/people/person-policy';
import { personPage } from '~/domain/people/queries/person-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { personOf } from './person-of';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayAdministerPeople(actor));
  const { name, reference } = found(await ask(personPage, actor, { reference: args.params.reference }));
  return { name, reference };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, suspendPerson, {
    fixed: { person: args.params.reference ?? '' },
    done: () => personOf(args.params),
    says: 'The person is signed out and cannot sign in',
  });

export const meta = () => pageTitle('Suspend a person');

export default function Suspend() {
  const { name, reference } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.person(reference)} />}>
      <h1 className="govuk-heading-xl">Suspend {name}</h1>
      <p className="govuk-body">
        The person is signed out everywhere and cannot sign in. Everything they did stays. You can take this
        back.
      </p>
      <Form reply={reply}>
        {(fields) => (
          <>
            <Textarea label="Why" hint="Kept in the history" rows={3} {...fieldProps(fields.reason)} />
            <Button variant="warning">Suspend</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
