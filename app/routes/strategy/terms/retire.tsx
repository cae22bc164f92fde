import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, fieldProps } from '~/components/form';
import { ask } from '~/domain/query.server';
import { retireTerm } from '~/domain/taxonomy/commands/retire-term.server';
import { termForEdit } from '~/domain/taxonomy/queries/term-for-edit.server';
import { termChoices } from '~/domain/taxonomy/queries/term-choices.server';
import { mayEditTerms } from '~/domain/taxonomy/term-policy';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayEditTerms(actor));
  const term = found(await ask(termForEdit, actor, { reference: args.params['reference'] }));
  const choices = (await ask(termChoices, actor, { schemes: [term.scheme] })) ?? [];
  return { ...term, others: choices.filter(({ name }) => name !== term.name) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, retireTerm, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.term(reference),
    says: 'Term retired',
  });

export const meta = () => pageTitle('Retire a term');

export default function RetireTerm() {
  const { reference, revision, name, others } = useLoaderData<typeof loader>();
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[
            { text: 'Terms', href: paths.terms() },
            { text: name, href: paths.term(reference) },
            { text: 'Retire' },
          ]}
        />
      }
    >
      <h1 className="govuk-heading-xl">Retire “{name}”</h1>
      <p className="govuk-body">
        Nobody can tag anything new with it. What is tagged stays tagged, and the page of the term stays
        citable. You can bring it back.
      </p>
      <Form reply={useActionData<typeof action>()}>
        {(fields) => (
          <>
            <input type="hidden" name="revision" value={revision} />
            <Textarea label="Why is it retired?" {...fieldProps(fields['reason'])} />
            <Select
              label="Which term is used instead? (optional)"
              hint="Findings that carry the old one then stand on the desk, to be tagged again in bulk."
              options={[
                { value: '', text: 'None' },
                ...others.map((other) => ({ value: other.slug, text: other.name })),
              ]}
              {...fieldProps(fields['successor'])}
            />
            <Button variant="warning">Retire this term</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
