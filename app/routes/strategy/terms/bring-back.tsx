import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { ask } from '~/domain/query.server';
import { bringBackTerm } from '~/domain/taxonomy/commands/bring-back-term.server';
import { termForEdit } from '~/domain/taxonomy/queries/term-for-edit.server';
import { mayEditTerms } from '~/domain/taxonomy/term-policy';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayEditTerms(actor));
  return found(await ask(termForEdit, actor, { reference: args.params['reference'] }));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, bringBackTerm, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.term(reference),
    says: 'Term brought back',
  });

export const meta = () => pageTitle('Bring back a term');

export default function BringBackTerm() {
  const { reference, name } = useLoaderData<typeof loader>();
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[
            { text: 'Terms', href: paths.terms() },
            { text: name, href: paths.term(reference) },
            { text: 'Bring back' },
          ]}
        />
      }
    >
      <h1 className="govuk-heading-xl">Bring back “{name}”</h1>
      <p className="govuk-body">People can tag with it again from now on.</p>
      <Form reply={useActionData<typeof action>()}>{() => <Button>Bring it back</Button>}</Form>
    </PageBody>
  );
}
