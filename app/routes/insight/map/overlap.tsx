import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { threatOverlap } from '~/domain/insight/map/queries/overlap.server';
import { ask } from '~/domain/query.server';
import { showDay, showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Lede } from '~/ui/report/lede';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';
import { MapDay } from './map-day';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const asked = askedDay(readSearch(args.request, onShape).on, actor.asOf);
  return withDay(found(await ask(threatOverlap, actor, { on: asked.on })), asked);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data ? data.heading : 'Not found');

export default function OverlapPage() {
  const { overlap, heading, released, asOf, on, typed, wrong } = useLoaderData<typeof loader>();
  const { headings, cells, total, several } = overlap;
  const addressOf = (row: string, column: string) =>
    paths.mapRecords({ columns: 'threatArea', row, column, on });
  return (
    <PageBody
      wide
      before={
        <Breadcrumbs items={[{ text: 'Map', href: paths.map() }, { text: 'Overlap of threat areas' }]} />
      }
    >
      <span className="govuk-caption-l">Overlap of threat areas</span>
      <h1 className="govuk-heading-xl">{heading}</h1>
      <Lede>
        Open questions, live commissions and findings that are about two threat areas at once, on{' '}
        {on ? showDay(on) : showInstant(asOf)}.{' '}
        {released ? 'Only what was released to the public is counted.' : 'Inside the network only.'}
      </Lede>
      <MapDay {...{ on, typed, wrong }} action={paths.mapOverlap()} />
      <ScrollingTable
        name="Overlap of threat areas"
        className="map-table"
        firstCellIsHeader
        head={[
          { content: 'Threat area', className: 'sticky left-0 z-10 bg-white' },
          ...headings.map(({ name }) => name),
        ]}
        rows={headings.map((row, at) => [
          { content: row.name, className: 'sticky left-0 bg-white' },
          ...headings.map((column, beside) => {
            const count = cells[at]?.[beside] ?? 0;
            if (beside < at) return '';
            if (count === 0) return '0';
            return (
              <a key={column.key} className="govuk-link" href={addressOf(row.key, column.key)}>
                {beside === at ? `${count} in all` : count}
                <span className="govuk-visually-hidden">
                  {' '}
                  about {beside === at ? row.name : `${row.name} and ${column.name}`}
                </span>
              </a>
            );
          }),
        ])}
      />
      <p className="govuk-body">
        {total.toLocaleString('en-GB')} items in total, each counted once; {several.toLocaleString('en-GB')}{' '}
        of them are about several threat areas. An item about three adds one to each of three pairs. Each pair
        stands once, above the diagonal.
      </p>
    </PageBody>
  );
}
