import type { LoaderFunctionArgs } from '@remix-run/node';
import { csvText } from '~/domain/insight/csv';
import { ask } from '~/domain/query.server';
import { trendInWords } from '~/domain/understanding/indicators/trend';
import { indicatorPage } from '~/domain/understanding/queries/indicator-page.server';
import { mayReadUnderstanding } from '~/domain/understanding/understanding-policy';
import { isoDay } from '~/domain/uk-time';
import { onShape, sureDay } from '~/web/asked-day.server';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadUnderstanding(actor));
  const on = sureDay(readSearch(args.request, onShape).on, actor.asOf);
  const view = found(await ask(indicatorPage, actor, { reference: args.params['reference'], on }));
  const lines = [
    [`OFFICIAL, inside the network only: ${view.name}, which measures ${view.measures}`],
    [trendInWords(view.trend)],
    ['period', 'figure', 'unit', 'source', 'date of the source', 'recording changed'],
    ...view.points.map(({ periodWritten, value, source, sourceDate }) => [
      ...[periodWritten, value, view.unit, source, isoDay(sourceDate)],
      view.breaks.find((one) => one.periodWritten === periodWritten)?.what ?? '',
    ]),
  ];
  return new Response(csvText(lines), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="soundings-indicator-${view.reference}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
