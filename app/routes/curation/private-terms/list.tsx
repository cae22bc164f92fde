import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { addPrivateTerm } from '~/domain/curation/commands/add-private-term.server';
import { mayKeepDesk } from '~/domain/curation/curation-policy';
import { privateTerms } from '~/domain/curation/queries/private-terms.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { EmptyState } from '~/ui/report/empty-state';
import { Lede } from '~/ui/report/lede';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Terms that only coordinators see');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(mayKeepDesk(actor));
  return { terms: found(await ask(privateTerms, actor, {})) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, addPrivateTerm, { done: ({ reference }) => paths.privateTerm(reference), says: 'Added' });

export default function PrivateTerms() {
  const { terms } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody
      wide
      before={<Breadcrumbs items={[{ text: 'Desk', href: paths.desk() }, { text: 'Private terms' }]} />}
    >
      <h1 className="govuk-heading-l">Terms that only coordinators see</h1>
      <Lede>Words to keep findings and questions together by, while you work on them.</Lede>
      <p className="govuk-body">
        Nobody else sees them: not on pages, in search, in files or through programs. The auditor reads in the
        trail who tagged what.
      </p>
      {terms.length === 0 ? (
        <EmptyState title="There is none yet">Add the first one below.</EmptyState>
      ) : (
        <ScrollingTable
          name="Private terms"
          head={['Word', 'What it is for', { content: 'Tagged', format: 'numeric' }]}
          rows={terms.map(({ reference, name, meaning, retired, tagged }) => [
            <a key={reference} className="govuk-link" href={paths.privateTerm(reference)}>
              {name}
              {retired && ' (no longer in use)'}
            </a>,
            meaning,
            { content: tagged, format: 'numeric' as const },
          ])}
        />
      )}
      <Form id="add" reply={reply}>
        {(fields) => (
          <>
            <TextInput label="Word" width={20} {...fieldProps(fields['name'])} />
            <TextInput label="What it is for" {...fieldProps(fields['meaning'])} />
            <Button once>Add it</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
