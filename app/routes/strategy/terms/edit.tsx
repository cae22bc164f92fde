import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, dayValues } from '~/components/form';
import { ask } from '~/domain/query.server';
import { reviseTerm } from '~/domain/taxonomy/commands/revise-term.server';
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
import { TermFields } from './term-fields';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayEditTerms(actor));
  return found(await ask(termForEdit, actor, { reference: args.params['reference'] }));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, reviseTerm, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.term(reference),
    says: 'Term changed',
  });

export const meta = () => pageTitle('Change a term');

export default function EditTerm() {
  const { reference, revision, name, definition, aliases, source, reviewBy } = useLoaderData<typeof loader>();
  const values = { name, definition, aliases: aliases.join('\n'), source, reviewBy: dayValues(reviewBy) };
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[
            { text: 'Terms', href: paths.terms() },
            { text: name, href: paths.term(reference) },
            { text: 'Change' },
          ]}
        />
      }
    >
      <h1 className="govuk-heading-xl">Change the wording of “{name}”</h1>
      <p className="govuk-body">
        The wording of today stays readable as a version. What is tagged stays tagged.
      </p>
      <Form reply={useActionData<typeof action>()} values={values}>
        {(fields) => (
          <>
            <input type="hidden" name="revision" value={revision} />
            <TermFields fields={fields} />
            <Button>Save new wording</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
