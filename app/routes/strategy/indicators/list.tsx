import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ask } from '~/domain/query.server';
import { showWritten } from '~/domain/strategy/written-date';
import { showValue, trendInWords } from '~/domain/understanding/indicators/trend';
import { indicators } from '~/domain/understanding/queries/indicators.server';
import { mayReadUnderstanding } from '~/domain/understanding/understanding-policy';
import { isoDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { EmptyState } from '~/ui/report/empty-state';
import { Lede } from '~/ui/report/lede';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';
import { AsOf } from '~/components/as-of';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';
import { withUnit } from '~/domain/unit';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadUnderstanding(actor));
  const asked = askedDay(readSearch(args.request, onShape).on, actor.asOf);
  const view = found(await ask(indicators, actor, { on: asked.on }));
  return withDay(view, asked);
}

export const meta = () => pageTitle('Indicators');

export default function Indicators() {
  const { indicators: rows, may, day, asked, typed, wrong } = useLoaderData<typeof loader>();
  const on = asked ? isoDay(day) : undefined;
  return (
    <PageBody
      wide
      before={<Breadcrumbs items={[{ text: 'Strategy', href: paths.strategy() }, { text: 'Indicators' }]} />}
    >
      <h1 className="govuk-heading-xl">Indicators</h1>
      <Lede>
        Figures about threat areas over time, each with its source and date. None is about a group or a
        person. Where recording changed, no trend is claimed.
      </Lede>
      <AsOf action={paths.indicators()} today={paths.indicators()} {...{ day, asked, typed, wrong }} />
      {may.keep && <Button href={paths.newIndicator()}>Add an indicator</Button>}
      {rows.length === 0 ? (
        <EmptyState title="No indicator is recorded">
          A figure comes in with its source, or not at all.
        </EmptyState>
      ) : (
        <ScrollingTable
          name="Indicators by threat area"
          head={['Threat area', 'Indicator', 'What it measures', 'Latest', 'Trend']}
          rows={rows.map((row) => [
            <a key="area" className="govuk-link" href={paths.threatArea(row.areaSlug)}>
              {row.area}
            </a>,
            <a key="name" className="govuk-link" href={paths.indicator(row.reference, on)}>
              {row.name}
            </a>,
            row.measures,
            row.latest
              ? `${withUnit(showValue(row.latest.value), row.unit)}, ${showWritten(row.latest.periodWritten)}`
              : 'No figure yet',
            trendInWords(row.trend),
          ])}
        />
      )}
    </PageBody>
  );
}
