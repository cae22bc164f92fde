import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData, useLocation } from '@remix-run/react';
import { MARK_NAMES, markName } from '~/domain/insight/map/marks';
import { viewFilters } from '~/domain/insight/map/map-view';
import { mapRecords, mapRecordsShape, type MapRecord } from '~/domain/insight/map/queries/map-records.server';
import { ask } from '~/domain/query.server';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { Lede } from '~/ui/report/lede';
import { onShape, sureDay } from '~/web/asked-day.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const search = readSearch(args.request, { ...mapRecordsShape, ...onShape });
  return found(await ask(mapRecords, actor, { ...search, on: sureDay(search.on, actor.asOf) }));
}

const headingOf = ({ row, column }: { row: string | null | undefined; column: string | null | undefined }) =>
  [row, column].filter((name) => name).join(', ') || 'Everything on the map';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? headingOf(data.names) : 'Not found');

export default function MapRecordsPage() {
  const { records, next, names, kind, released, asOf, view } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const params = new URLSearchParams(search);
  if (next) params.set('after', next);
  const map = paths.map(viewFilters(view));
  return (
    <PageBody before={<Breadcrumbs items={[{ text: 'Map', href: map }, { text: 'Records' }]} />}>
      <span className="govuk-caption-l">Records behind the map</span>
      <h1 className="govuk-heading-xl">{headingOf(names)}</h1>
      <Lede>
        {kind ? `Only ${MARK_NAMES[kind]}. ` : ''}
        {released ? 'Only what was released to the public' : 'What you may see'}, as counted on{' '}
        {showDay(view.on ?? asOf)}, under the filters of <a href={map}>the map</a>.
      </Lede>
      {records.length === 0 ? (
        <EmptyState title="Nothing stands here">The map counts nothing under these filters.</EmptyState>
      ) : (
        <ul className="govuk-list govuk-list--spaced">
          {records.map((record) => (
            <li key={record.reference}>
              <Record record={record} />
            </li>
          ))}
        </ul>
      )}
      <Pagination
        {...(next
          ? { next: { href: `${paths.mapRecords({})}?${params.toString()}`, text: 'Next page' } }
          : {})}
      />
    </PageBody>
  );
}

function Record({ record }: { record: MapRecord }) {
  const { of, reference, title, kind, unfunded, dueOn, current, publishedAt } = record;
  const remarks = [
    markName(kind, 1),
    `published ${showDay(publishedAt)}`,
    unfunded && 'states no money',
    dueOn && `due ${showDate(dueOn)}`,
    !current && 'past its review day',
  ].filter(Boolean);
  return (
    <>
      <a
        className="govuk-link"
        href={of === 'question' ? paths.question(reference) : paths.finding(reference)}
      >
        {title}
      </a>
      <br />
      <span className="govuk-hint">{remarks.join('; ')}</span>
    </>
  );
}
