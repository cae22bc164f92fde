import { showValue } from '~/domain/measures/measure';
import { showPeriodOf } from '~/domain/measures/period';
import type { MeasurePage } from '~/domain/measures/queries/measure-page.server';
import { seriesOf, titleOf } from '~/domain/measures/series';
import { SeriesChart } from '~/ui/charts/series-chart';

type Shown = Pick<MeasurePage, 'name' | 'unit' | 'wanted' | 'periodKind'>;

/** The current figures drawn, a line for each definition. */
export function MeasureChart({ measure, values }: { measure: Shown; values: MeasurePage['values'] }) {
  if (values.length < 2) return null;
  const { unit, periodKind } = measure;
  const series = seriesOf(values.map((value) => ({ ...value, startsOn: new Date(value.startsOn) })));
  return (
    <SeriesChart
      title={titleOf(
        measure,
        series.flatMap(({ points }) => points),
      )}
      series={series.map(({ version, points }) => ({
        name: `Definition ${version}`,
        points: points.map(({ startsOn, value }) => ({
          ...{ name: showPeriodOf(periodKind, startsOn), at: startsOn.getTime(), value },
        })),
      }))}
      show={(value) => showValue(value, unit)}
    />
  );
}
