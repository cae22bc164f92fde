import type { LoaderFunctionArgs } from '@remix-run/node';
import { csvText } from '~/domain/insight/csv';
import { MEASURES, showFigure } from '~/domain/insight/performance/measures';
import { maySeePerformance } from '~/domain/insight/performance/performance-policy.server';
import { periodShape } from '~/domain/insight/performance/period';
import { performancePage } from '~/domain/insight/queries/performance-page.server';
import { ask } from '~/domain/query.server';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { memberWhoAsks } from '~/web/who.server';

const HEAD = [
  'Measure',
  'Figure',
  'Numerator',
  'Denominator',
  'Left out',
  'Total',
  'Lower quartile',
  'Median',
  'Upper quartile',
];
const numberOr = (value: number | null | undefined): number | string => value ?? '';

/** The figures of the page, each with what it was worked out from; money in pence. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(maySeePerformance(actor));
  const { period, all, figures, routes } = found(
    await ask(performancePage, actor, readSearch(args.request, periodShape)),
  );
  const questions = routes.reduce((sum, one) => sum + one.questions, 0);
  const lines = [
    [
      `OFFICIAL, inside the network only, ${all ? 'every team' : 'own teams'}, ${period.from} to ${period.to}`,
    ],
    HEAD,
    ...figures.map((figure) => [
      MEASURES[figure.measure].title,
      showFigure(figure),
      figure.numerator,
      figure.denominator,
      figure.excluded,
      numberOr(figure.total),
      ...[0, 1, 2].map((index) => numberOr(figure.quartiles?.[index])),
    ]),
    ...routes.map((one) => [`Route: ${one.route}`, '', one.questions, questions]),
  ];
  return new Response(csvText(lines), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="soundings-performance-${period.from}-${period.to}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
