import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { Form, fieldProps } from '~/components/form';
import { addTerm } from '~/domain/taxonomy/commands/add-term.server';
import { SCHEME_NAMES, TERM_SCHEMES } from '~/domain/taxonomy/term';
import { mayEditTerms } from '~/domain/taxonomy/term-policy';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { TermFields } from './term-fields';

export async function loader(args: LoaderFunctionArgs) {
  permitted(mayEditTerms(await personWhoAsks(args)));
  return null;
}

export const action = (args: ActionFunctionArgs) =>
  act(args, addTerm, { done: ({ reference }) => paths.term(reference), says: 'Term added' });

export const meta = () => pageTitle('Add a term');

export default function NewTerm() {
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[
            { text: 'Strategy', href: paths.strategy() },
            { text: 'Terms', href: paths.terms() },
            { text: 'Add a term' },
          ]}
        />
      }
    >
      <h1 className="govuk-heading-xl">Add a term</h1>
      <Form reply={useActionData<typeof action>()}>
        {(fields) => (
          <>
            <Radios
              label="What kind of term is it?"
              small
              items={TERM_SCHEMES.map((scheme) => ({ value: scheme, label: SCHEME_NAMES[scheme].one }))}
              {...fieldProps(fields['scheme'])}
            />
            <TermFields fields={fields} />
            <Button>Add term</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
