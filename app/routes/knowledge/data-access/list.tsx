import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ask } from '~/domain/query.server';
import { DATA_KINDS, type DataKind } from '~/domain/requests/data/data-request';
import { dataRequests } from '~/domain/requests/queries/data/data-requests.server';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { LinkList } from '~/ui/navigation/link-list';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { memberWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Requests for data');

const shape = { list: z.enum(['mine', 'waiting', 'all']).optional(), after: z.uuid().optional() };

export async function loader(args: LoaderFunctionArgs) {
  return found(await ask(dataRequests, await memberWhoAsks(args), readSearch(args.request, shape)));
}

const LISTS = {
  all: 'Every request you may see',
  mine: 'Your own requests',
  waiting: 'Waiting for your panel',
} as const;

export default function DataRequests() {
  const { list, lines, next } = useLoaderData<typeof loader>();
  return (
    <PageBody
      wide
      before={
        <Breadcrumbs items={[{ text: 'Datasets', href: paths.datasets() }, { text: 'Requests for data' }]} />
      }
    >
      <h1 className="govuk-heading-xl">Requests for data</h1>
      <LinkList
        links={[
          ...(Object.keys(LISTS) as (keyof typeof LISTS)[])
            .filter((name) => name !== list)
            .map((name) => ({ text: LISTS[name], href: paths.dataRequests({ list: name }) })),
          { text: 'Why data were refused', href: paths.dataRefusals() },
        ]}
      />
      <h2 className="govuk-heading-l govuk-!-margin-top-6">{LISTS[list]}</h2>
      {lines.length === 0 ? (
        <EmptyState title="Nothing here" headingLevel={3}>
          On the page of a{' '}
          <a className="govuk-link" href={paths.datasets()}>
            dataset
          </a>{' '}
          you can ask its holder for the use of it.
        </EmptyState>
      ) : (
        <ScrollingTable
          name={LISTS[list]}
          head={['Dataset', 'What is asked', 'Who asks', 'Asked on', 'Stands', 'Last day']}
          rows={lines.map((line) => [
            <a key={line.id} className="govuk-link" href={paths.dataRequest(line.reference)}>
              {line.dataset}
            </a>,
            DATA_KINDS[line.kind as DataKind],
            line.askedBy,
            showDay(line.askedAt),
            line.stands,
            line.expiresOn ? showDate(line.expiresOn) : '',
          ])}
        />
      )}
      {next && <Pagination next={{ href: paths.dataRequests({ list, after: next }) }} />}
    </PageBody>
  );
}
