import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { Form, fieldProps } from '~/components/form';
import { proposeTerm } from '~/domain/taxonomy/commands/propose-term.server';
import { SCHEME_NAMES, TERM_SCHEMES } from '~/domain/taxonomy/term';
import { mayProposeTerms } from '~/domain/taxonomy/term-policy';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  permitted(mayProposeTerms(await personWhoAsks(args)));
  return null;
}

export const action = (args: ActionFunctionArgs) =>
  act(args, proposeTerm, {
    done: () => paths.terms(),
    says: 'Proposed. A coordinator decides, and you are told.',
  });

export const meta = () => pageTitle('Propose a term');

const crumbs = [
  { text: 'Strategy', href: paths.strategy() },
  { text: 'Terms', href: paths.terms() },
  { text: 'Propose a term' },
];

export default function ProposeTerm() {
  return (
    <PageBody before={<Breadcrumbs items={crumbs} />}>
      <h1 className="govuk-heading-xl">Propose a term</h1>
      <p className="govuk-body">
        A word that you miss to tag questions, findings or your own profile with. Look first whether another
        term says the same.
      </p>
      <Form reply={useActionData<typeof action>()}>
        {(fields) => (
          <>
            <Radios
              label="What kind of term is it?"
              small
              items={TERM_SCHEMES.map((scheme) => ({ value: scheme, label: SCHEME_NAMES[scheme].one }))}
              {...fieldProps(fields['scheme'])}
            />
            <TextInput label="The word" {...fieldProps(fields['name'])} />
            <Textarea label="What would you tag with it?" rows={4} {...fieldProps(fields['why'])} />
            <Button once>Propose it</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
