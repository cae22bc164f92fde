import type { LoaderFunctionArgs } from '@remix-run/node';
import { csvText } from '~/domain/insight/csv';
import { coverageMatrix } from '~/domain/insight/direction/coverage-matrix.server';
import { mayReadScores } from '~/domain/insight/direction/direction-policy';
import { ask } from '~/domain/query.server';
import { countryCalled } from '~/domain/understanding/places/countries';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';
import { sureDay } from '~/web/asked-day.server';
import { coverageShape } from './shape';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadScores(actor));
  const { by, country: typed, on } = readSearch(args.request, coverageShape);
  const country = typed ? (countryCalled(typed) ?? undefined) : undefined;
  const { columns, rows, places, total } = found(
    await ask(coverageMatrix, actor, { by, country, on: sureDay(on, actor.asOf) }),
  );
  const line = (market: string, place: string, counts: { question: number; finding: number } | undefined) => [
    ...[market, place, counts?.question ?? 0, counts?.finding ?? 0],
  ];
  const lines = [
    ['OFFICIAL, inside the network only: questions and findings by market and place'],
    ['market', 'place', 'questions', 'findings'],
    ...rows.flatMap((row) => [
      ...columns.map(({ key, name }) => line(row.name, name, row.cells[key])),
      line(row.name, 'all, each once', row.all),
    ]),
    ...columns.map(({ key, name }) => line('all, each once', name, places[key])),
    line('all, each once', 'all, each once', total),
  ];
  return new Response(csvText(lines), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="soundings-coverage.csv"',
      'Cache-Control': 'private, no-store',
    },
  });
}
