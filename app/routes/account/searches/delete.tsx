import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { deleteSavedSearch } from '~/domain/matching/commands/delete-saved-search.server';
import { savedSearchPage } from '~/domain/matching/queries/saved-search-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const loader = async (args: LoaderFunctionArgs) =>
  found(await ask(savedSearchPage, await personWhoAsks(args), { reference: args.params['reference'] }));

export const action = (args: ActionFunctionArgs) =>
  act(args, deleteSavedSearch, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: () => paths.savedSearches(),
    says: ({ name }) => `“${name}” is deleted`,
  });

export const meta = () => pageTitle('Delete a saved search');

export default function DeleteSavedSearch() {
  const { reference, name } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<BackLink href={paths.savedSearch(reference)} />}>
      <h1 className="govuk-heading-xl">Delete this saved search</h1>
      <p className="govuk-body">
        You hear no more of “{name}”, and the address of its feed stops working. What it found stays.
      </p>
      <Form reply={useActionData<typeof action>()}>
        {() => (
          <ActionBar>
            <Button variant="warning" once>
              Delete the search
            </Button>
            <a className="govuk-link" href={paths.savedSearch(reference)}>
              Keep it
            </a>
          </ActionBar>
        )}
      </Form>
    </PageBody>
  );
}
