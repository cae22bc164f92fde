import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { fieldProps, Form } from '~/components/form';
import { saveSearch } from '~/domain/matching/commands/save-search.server';
import { LONGEST } from '~/domain/matching/language/query-language';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';
import { SearchFields } from './search-fields';

export async function loader(args: LoaderFunctionArgs) {
  await personWhoAsks(args);
  const { q = '' } = readSearch(args.request, { q: z.string().max(LONGEST).optional() });
  return { q };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, saveSearch, {
    done: () => paths.savedSearches(),
    says: ({ name }) => `“${name}” is saved`,
  });

export const meta = () => pageTitle('Save a search');

export default function Save() {
  const { q } = useLoaderData<typeof loader>();
  const back = q === '' ? paths.savedSearches() : paths.search(q);
  return (
    <PageBody before={<BackLink href={back} />}>
      <h1 className="govuk-heading-xl">Save a search</h1>
      <Form
        reply={useActionData<typeof action>()}
        values={{ query: q, name: q.slice(0, 100), alert: 'never' }}
      >
        {(fields) => (
          <>
            <TextInput label="What to search for" {...fieldProps(fields.query)} />
            <SearchFields fields={fields} />
            <Button once>Save the search</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
