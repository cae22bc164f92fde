import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isAllowed } from '~/domain/policy';
import { ask } from '~/domain/query.server';
import { showWritten } from '~/domain/strategy/written-date';
import { asSentence } from '~/domain/taxonomy/wording';
import { showValue, trendInWords } from '~/domain/understanding/indicators/trend';
import { indicatorPage } from '~/domain/understanding/queries/indicator-page.server';
import { mayReadUnderstanding } from '~/domain/understanding/understanding-policy';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { PeriodChart } from '~/ui/charts/period-chart';
import { Details } from '~/ui/content/details';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
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
import { Breaks } from './breaks';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadUnderstanding(actor));
  const asked = askedDay(readSearch(args.request, onShape).on, actor.asOf);
  const reference = args.params['reference'];
  const { may, ...view } = found(await ask(indicatorPage, actor, { reference, on: asked.on }));
  return withDay({ ...view, mayKeep: isAllowed(may.keep) && !view.asked }, asked);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data ? data.name : 'Not found');

export default function IndicatorPage() {
  const view = useLoaderData<typeof loader>();
  const { reference, name, measures, unit, kind, term, points, breaks, trend } = view;
  const { mayKeep, baselineWritten } = view;
  const broken = points.flatMap((point, at) => {
    const before = points[at - 1];
    const between = breaks.some(
      ({ startsOn }) => before !== undefined && startsOn > before.startsOn && startsOn <= point.startsOn,
    );
    return between ? [point.periodWritten] : [];
  });
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[
            { text: 'Strategy', href: paths.strategy() },
            { text: 'Indicators', href: paths.indicators() },
            { text: name },
          ]}
        />
      }
    >
      <span className="govuk-caption-l">
        {term.name}, {kind === 'harm' ? 'harm, which no longer counts in the score' : 'threat'}
      </span>
      <h1 className="govuk-heading-xl">{name}</h1>
      <AsOf action={paths.indicator(reference)} today={paths.indicator(reference)} {...view} />
      <Lede>
        Measures {measures}. In {unit}.
      </Lede>
      <p className="govuk-body">
        {asSentence(trendInWords(trend))}{' '}
        {baselineWritten
          ? `The baseline is ${showWritten(baselineWritten)}.`
          : 'The baseline is the earliest figure.'}
      </p>
      {points.length === 0 ? (
        <EmptyState title="No figure yet">
          A figure is recorded with its source and the date of that.
        </EmptyState>
      ) : (
        <>
          <ScrollingTable
            name="Figures with their sources"
            head={['Period', `Figure, ${unit}`, 'Source', 'Date of the source']}
            rows={points.map(({ periodWritten, value, source, sourceDate }) => [
              showWritten(periodWritten),
              showValue(value),
              source,
              showDate(sourceDate),
            ])}
          />
          {points.length > 1 && (
            <PeriodChart
              title={trendInWords(trend)}
              points={points.map(({ periodWritten, value }) => ({ name: periodWritten, value }))}
              breaks={broken}
              show={showValue}
            />
          )}
        </>
      )}
      <Breaks breaks={breaks} />
      <Replaced points={view.replaced} />
      <ActionBar>
        {mayKeep && <Button href={paths.addIndicatorPoint(reference)}>Add a figure</Button>}
        {mayKeep && (
          <Button variant="secondary" href={paths.addIndicatorBreak(reference)}>
            Flag a change of recording
          </Button>
        )}
        <Button variant="secondary" href={paths.indicatorCsv(reference)}>
          Download as CSV
        </Button>
      </ActionBar>
    </PageBody>
  );
}

type PointShown = ReturnType<typeof useLoaderData<typeof loader>>['replaced'][number];

function Replaced({ points }: { points: readonly PointShown[] }) {
  if (points.length === 0) return null;
  return (
    <Details summary="Figures that were replaced">
      <ul className="govuk-list govuk-list--bullet">
        {points.map(({ periodWritten, number, value, source }) => (
          <li key={`${periodWritten} ${number}`}>
            {showWritten(periodWritten)}: {showValue(value)}, {source}
          </li>
        ))}
      </ul>
    </Details>
  );
}
