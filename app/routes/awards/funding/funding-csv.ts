import type { LoaderFunctionArgs } from '@remix-run/node';
import { fundingPage } from '~/domain/awards/queries/funding-page.server';
import { csvText } from '~/domain/insight/csv';
import { ask } from '~/domain/query.server';
import { isoDay } from '~/domain/uk-time';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

const HEAD = [
  'Funder',
  'Certainty',
  'Tranche',
  'Planned on',
  'Planned £',
  'Actual on',
  'Actual £',
  'Days late',
];
const pounds = (pence: number | null): string => (pence === null ? '' : (pence / 100).toFixed(2));

/** The ledger of tranches as on the page, a row a tranche. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = found(await ask(fundingPage, actor, { reference: args.params['reference'] }));
  const lines = view.funders.flatMap(({ organisation, certainty, tranches }) =>
    tranches.map((one) => [
      organisation,
      certainty,
      String(one.position),
      isoDay(one.plannedOn),
      pounds(one.plannedAmount),
      one.actualOn ? isoDay(one.actualOn) : '',
      pounds(one.actualAmount),
      String(one.daysLate),
    ]),
  );
  return new Response(csvText([HEAD, ...lines]), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="soundings-funding-${view.reference}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
