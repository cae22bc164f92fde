import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ShownAsOf } from '~/components/as-of';
import { demandPage, demandShape } from '~/domain/insight/demand/queries/demand-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { SeriesChart } from '~/ui/charts/series-chart';
import { PageBody } from '~/ui/layout/page-body';
import { Lede } from '~/ui/report/lede';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';
import { DemandChoices } from './demand-choices';
import { DemandTable } from './demand-table';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const search = readSearch(args.request, { ...demandShape, ...onShape });
  const asked = askedDay(search.on, actor.asOf);
  return withDay(found(await ask(demandPage, actor, { ...search, on: asked.on })), asked);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data ? data.heading : 'Not found');

export default function DemandPage() {
  const { heading, lines, all, periods, view, noun, typed, wrong } = useLoaderData<typeof loader>();
  const points = periods.map(({ name, from }, at) => ({
    ...{ name, at: Date.parse(from) },
    value: all.counts[at] ?? 0,
  }));
  const shownOf = view.per === 'month' ? 'month' : 'quarter';
  return (
    <PageBody wide>
      <span className="govuk-caption-l">Demand: questions published by {noun.one}</span>
      <h1 className="govuk-heading-xl">{heading}</h1>
      <Lede>
        Questions that you may see, by the {shownOf} in which they were published: the last {periods.length}{' '}
        complete {shownOf}s. Every figure opens the log behind it.
      </Lede>
      {view.on && (
        <ShownAsOf
          day={view.on}
          today={paths.demand({ by: view.by, per: view.per, oneIn: String(view.oneIn) })}
        />
      )}
      <DemandChoices {...{ view, typed, wrong }} />
      <DemandTable demand={{ lines, all, periods, view, noun }} />
      <SeriesChart
        title={demandTitle(all, periods.length, shownOf)}
        series={[{ name: 'All questions', points }]}
        show={(value) => value.toLocaleString('en-GB')}
      />
      <h2 className="govuk-heading-m">How a change is called</h2>
      <p className="govuk-body">
        Each {shownOf} is compared with the twelve before it. Had nothing changed, its part of all thirteen
        would be about one in thirteen; a {shownOf} is marked when a figure at least so far off would come up
        in fewer than one of {view.oneIn.toLocaleString('en-GB')} such comparisons, up or down (the exact
        conditional test of two Poisson rates, Przyborowski and Wilenski 1940). At one in 1,000 at least 95 of
        100 steady series show no mark at all. The first twelve serve as a measure alone.
      </p>
      <p className="govuk-body">
        Questions withdrawn later are counted: they were asked. A question about several {noun.many} counts in
        each, and once in the last row.{' '}
        <a className="govuk-link" href={paths.map({ on: view.on })}>
          See what is asked and known on the map
        </a>
      </p>
    </PageBody>
  );
}

function demandTitle(
  { total, counts }: { total: number; counts: number[] },
  count: number,
  of: string,
): string {
  const asked = `${total.toLocaleString('en-GB')} ${total === 1 ? 'question was' : 'questions were'} published in ${count} ${of}s`;
  return total > 1 ? `${asked}, at most ${Math.max(...counts).toLocaleString('en-GB')} in one ${of}` : asked;
}
