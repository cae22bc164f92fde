import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { GapKey } from '~/components/map/gap-marks';
import { MapBubbles } from '~/components/map/map-bubbles';
import { MapKey } from '~/components/map/map-key';
import { MapTable } from '~/components/map/map-table';
import { mapViewShape, viewFilters } from '~/domain/insight/map/map-view';
import { evidenceMap } from '~/domain/insight/map/queries/evidence-map.server';
import { ask } from '~/domain/query.server';
import { showDay, showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Details } from '~/ui/content/details';
import { PageBody } from '~/ui/layout/page-body';
import { InsetText } from '~/ui/content/inset-text';
import { Lede } from '~/ui/report/lede';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';
import { HowCounted } from './how-counted';
import { MapChoices } from './map-choices';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const search = readSearch(args.request, { ...mapViewShape, ...onShape });
  const asked = askedDay(search.on, actor.asOf);
  return withDay(found(await ask(evidenceMap, actor, { ...search, on: asked.on })), asked);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data ? data.heading : 'Not found');

export default function MapPage() {
  const shown = useLoaderData<typeof loader>();
  const { map, rows, columns, may, released, view } = shown;
  const axes = { rows, columns };
  const filters = viewFilters(view);
  return (
    <PageBody wide>
      <span className="govuk-caption-l">
        Evidence and demand map: {rows.one} by {columns.one}
      </span>
      <h1 className="govuk-heading-xl">{shown.heading}</h1>
      <Lede>
        What is asked, being bought and known, by {rows.one} and {columns.one}, on{' '}
        {view.on ? `${showDay(view.on)}, as it stood then` : showInstant(shown.asOf)}.{' '}
        {released ? 'Only what was released to the public is counted.' : 'Inside the network only.'}
      </Lede>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.demand({ on: view.on })}>
          Demand over time
        </a>
        {'; '}
        <a className="govuk-link" href={paths.mapOverlap({ on: view.on })}>
          overlap of threat areas
        </a>
        {may.seeGaps && (
          <>
            {'; '}
            <a className="govuk-link" href={paths.mapCapacity({ on: view.on })}>
              capacity and drivers
            </a>
          </>
        )}
      </p>
      <MapChoices shown={shown} />
      {[rows, columns].map(
        ({ key, many, leftOut }) =>
          leftOut > 0 && (
            <InsetText key={key}>
              {leftOut} further {many} are left out: no map is wide enough. The totals count what is under
              them; narrow the map to see it.
            </InsetText>
          ),
      )}
      <MapKey total={map.total} />
      <MapTable
        map={map}
        view={view}
        axes={axes}
        seeGaps={may.seeGaps}
        raiseQuestions={may.raiseQuestions && !shown.narrowed}
      />
      {may.seeGaps && (
        <Details summary="What the kinds of gap mean">
          <GapKey />
        </Details>
      )}
      <MapBubbles title={shown.heading} map={map} view={view} axes={axes} />
      <p className="govuk-body">
        Download these figures:{' '}
        <a className="govuk-link" href={paths.mapFile('csv', filters)}>
          CSV
        </a>
        ,{' '}
        <a className="govuk-link" href={paths.mapFile('ods', filters)}>
          ODS spreadsheet
        </a>
      </p>
      <HowCounted byPriority={rows.one === 'priority' || columns.one === 'priority'} shown={shown} />
    </PageBody>
  );
}
