import type { LoaderFunctionArgs } from '@remix-run/node';
import { elicitationLines } from '~/domain/elicitation/elicitation-lines';
import { elicitationPage } from '~/domain/elicitation/queries/elicitation-page.server';
import { csvText } from '~/domain/insight/csv';
import { ask } from '~/domain/query.server';
import { showReference } from '~/domain/reference';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

/** Every estimate without names, unrounded, so that the result can be computed again. */
export async function loader(args: LoaderFunctionArgs) {
  const view = found(
    await ask(elicitationPage, await personWhoAsks(args), { reference: args.params.reference }),
  );
  if (!view.may.readResult) throw forbidden('Estimates are given out once second estimates have closed.');
  return new Response(csvText(elicitationLines(view.results)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="soundings-estimates-${showReference(view.reference)}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
