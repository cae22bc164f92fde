import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { savedSearches } from '~/domain/matching/queries/saved-searches.server';
import { ALERTS, MOST_SAVED } from '~/domain/matching/saved/saved-search';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const loader = async (args: LoaderFunctionArgs) =>
  found(await ask(savedSearches, await personWhoAsks(args), {}));

export const meta = () => pageTitle('Saved searches');

export default function SavedSearches() {
  const { searches, full } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<BackLink href={paths.account()} />}>
      <h1 className="govuk-heading-xl">Saved searches</h1>
      {searches.length === 0 ? (
        <EmptyState title="You have saved no search yet">
          <p className="govuk-body">
            <a className="govuk-link" href={paths.search()}>
              Search
            </a>{' '}
            for something, then choose “Save this search”. You can be told when there is something new.
          </p>
        </EmptyState>
      ) : (
        <ScrollingTable
          name="Saved searches"
          caption="Choose a search to run it"
          captionSize="m"
          head={['Search', 'What for', 'Alerts', 'Feed', 'Change it']}
          rows={searches.map(({ reference, name, query, alert, feedMadeAt }) => [
            <a key="run" className="govuk-link" href={paths.search(query)}>
              {name}
            </a>,
            <span key="query" className="break-words">
              {query}
            </span>,
            ALERTS[alert],
            feedMadeAt ? 'Open' : 'None',
            <a key="change" className="govuk-link" href={paths.savedSearch(reference)}>
              Change<span className="govuk-visually-hidden"> {name}</span>
            </a>,
          ])}
        />
      )}
      {full ? (
        <p className="govuk-body">
          You have {MOST_SAVED}, the most there can be. Delete one to save another.
        </p>
      ) : (
        <Button href={paths.saveSearch()} variant="secondary">
          Save a search
        </Button>
      )}
    </PageBody>
  );
}
