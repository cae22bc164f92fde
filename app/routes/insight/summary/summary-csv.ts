import type { LoaderFunctionArgs } from '@remix-run/node';
import { csvText } from '~/domain/insight/csv';
import { publicSummary } from '~/domain/insight/summary/public-summary.server';
import type { SummaryFigures } from '~/domain/insight/summary/summary';
import { ask } from '~/domain/query.server';
import { isoDay } from '~/domain/uk-time';
import { found } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';

const HEAD = ['Threat area', 'Questions open', 'Studies bought', 'Pence', 'Findings', 'Findings found sound'];

/** Every figure of the page. */
export async function loader(args: LoaderFunctionArgs) {
  const { areas, total, day } = found(await ask(publicSummary, await whoAsks(args), {}));
  const cells = ({ asked, bought, pence, findings, sound }: SummaryFigures) => [
    asked,
    bought,
    pence,
    findings,
    sound,
  ];
  const lines = [
    HEAD,
    ['All, each once', ...cells(total)],
    ...areas.map((area) => [area.name, ...cells(area)]),
  ];
  return new Response(csvText(lines), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="soundings-in-brief-${isoDay(day)}.csv"`,
    },
  });
}
