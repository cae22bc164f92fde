import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { mayDecideJoinRequests } from '~/domain/people/person-policy';
import { joinRequests } from '~/domain/people/queries/join-requests.server';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayDecideJoinRequests(actor));
  const search = readSearch(args.request, { after: z.string().max(12).optional() });
  return found(await ask(joinRequests, actor, search));
}

export const meta = () => pageTitle('Requests to join');

export default function JoinRequests() {
  const { rows, next } = useLoaderData<typeof loader>();
  return (
    <PageBody>
      <h1 className="govuk-heading-xl">Requests to join</h1>
      {rows.length === 0 ? (
        <EmptyState title="Nobody waits">
          People whose e-mail domain Soundings does not know ask here to be let in.
        </EmptyState>
      ) : (
        <ScrollingTable
          name="Oldest first"
          caption="Oldest first"
          captionSize="s"
          head={['Name', 'Organisation, as stated', 'Asked']}
          rows={rows.map((row) => [
            <a key="name" className="govuk-link" href={paths.joinRequest(row.reference)}>
              {row.name}
            </a>,
            row.organisation || 'None',
            showDay(row.requestedAt),
          ])}
        />
      )}
      <Pagination {...(next ? { next: { href: `${paths.joinRequests()}?after=${next}` } } : {})} />
    </PageBody>
  );
}
