import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { changeSavedSearch } from '~/domain/matching/commands/change-saved-search.server';
import { savedSearchPage } from '~/domain/matching/queries/saved-search-page.server';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { SearchFields } from './search-fields';

export const loader = async (args: LoaderFunctionArgs) =>
  found(await ask(savedSearchPage, await personWhoAsks(args), { reference: args.params['reference'] }));

export const action = (args: ActionFunctionArgs) =>
  act(args, changeSavedSearch, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: () => paths.savedSearches(),
    says: ({ name }) => `“${name}” is changed`,
  });

export const meta = () => pageTitle('Change a saved search');

export default function ChangeSavedSearch() {
  const saved = useLoaderData<typeof loader>();
  const { reference, name, query, alert } = saved;
  return (
    <PageBody before={<BackLink href={paths.savedSearches()} />}>
      <h1 className="govuk-heading-xl">Change a saved search</h1>
      <p className="govuk-body">
        <a className="govuk-link break-words" href={paths.search(query)}>
          {query}
        </a>
      </p>
      <Form reply={useActionData<typeof action>()} values={{ name, alert }}>
        {(fields) => (
          <>
            <SearchFields fields={fields} />
            <Button once>Save changes</Button>
          </>
        )}
      </Form>
      <FeedOf saved={saved} />
      <p className="govuk-body">
        <a className="govuk-link" href={paths.savedSearch(reference, 'delete')}>
          Delete this search
        </a>
      </p>
    </PageBody>
  );
}

function FeedOf({
  saved: { reference, feedMadeAt },
}: {
  saved: ReturnType<typeof useLoaderData<typeof loader>>;
}) {
  return (
    <>
      <h2 className="govuk-heading-m">Feed</h2>
      <p className="govuk-body">
        {feedMadeAt
          ? `Its address was made on ${showDay(feedMadeAt)}. It was shown once and is not kept.`
          : 'A feed shows the latest results in a feed reader, at an address that only you know.'}
      </p>
      <Button href={paths.savedSearch(reference, 'feed')} variant="secondary">
        {feedMadeAt ? 'Renew or close the feed' : 'Make a feed'}
      </Button>
    </>
  );
}
