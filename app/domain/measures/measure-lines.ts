import { CHECKS } from './measure';
import { endOf, periodCode } from './period';
import { isoDay } from '../uk-time';
import type { MeasurePage } from './queries/measure-page.server';

type Page = Pick<MeasurePage, 'name' | 'unit' | 'periodKind' | 'values' | 'versions'>;

/** Every current figure, one a line, series by series: a line between two series says that they are not joined. */
export function measureLines({ name, unit, periodKind, values, versions }: Page): (string | number)[][] {
  const head = ['Measure', 'Series', 'Period', 'First day', 'Last day', 'Figure', 'Unit', 'Confidence'];
  const numbers = versions.map(({ number }) => number).sort((a, b) => a - b);
  const current = [...values]
    .filter((one) => one.current)
    .sort((a, b) => a.startsOn.getTime() - b.startsOn.getTime());
  const series = numbers.map((number) =>
    current
      .filter(({ version }) => version === number)
      .map((one) => [
        ...[name, number, periodCode(periodKind, one.startsOn), isoDay(one.startsOn)],
        ...[isoDay(endOf(periodKind, one.startsOn)), one.value, unit, one.confidence],
        ...[CHECKS[one.check], one.source, one.reference],
      ]),
  );
  const break_ = [name, 'The definition changed here: the series before and after are not joined'];
  const lines = series
    .filter((one) => one.length > 0)
    .flatMap((one, index) => (index === 0 ? one : [break_, ...one]));
  return [[...head, 'Verification', 'Source', 'Reference'], ...lines];
}
