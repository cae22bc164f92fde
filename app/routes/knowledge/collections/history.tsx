import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { collectionHistory } from '~/domain/knowledge/queries/collection-history.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { EmptyState } from '~/ui/report/empty-state';
import { Timeline } from '~/ui/report/timeline';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('What came in and went');

export async function loader(args: LoaderFunctionArgs) {
  return found(await ask(collectionHistory, await personWhoAsks(args), { slug: args.params.slug }));
}

export default function CollectionHistory() {
  const { slug, title, events } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<BackLink href={paths.collection(slug)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">What came in and went</h1>
      {events.length === 0 && <EmptyState title="Nothing yet">No finding has come in.</EmptyState>}
      <Timeline
        headingLevel={2}
        events={events.map(({ reference, title: named, at, by, why }) => ({
          title: (
            <>
              {why === null ? 'Came in: ' : 'Taken out: '}
              <a className="govuk-link" href={paths.finding(reference)}>
                {named}
              </a>
            </>
          ),
          when: showInstant(at),
          dateTime: new Date(at).toISOString(),
          by,
          children: why,
        }))}
      />
    </PageBody>
  );
}
