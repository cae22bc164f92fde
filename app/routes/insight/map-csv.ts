import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { csvText } from '~/domain/insight/csv';
import { mapLines } from '~/domain/insight/map/map-lines';
import { evidenceMap } from '~/domain/insight/queries/evidence-map.server';
import { ask } from '~/domain/query.server';
import { isoDay } from '~/domain/uk-time';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';

const shape = {
  columns: z.string().max(100).default('strand'),
  view: z.enum(['network', 'released']).default('network'),
};

/** The figures of the map as on the page, with their marking and date. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const view = found(await ask(evidenceMap, actor, readSearch(args.request, shape)));
  const marking = view.released ? 'OFFICIAL, released' : 'OFFICIAL, inside the network only';
  const lines = [
    [`${view.heading} (${marking}), counted on ${isoDay(view.asOf)}`],
    ...mapLines(view.map, view.columns.one),
  ];
  return new Response(csvText(lines), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="soundings-map-${view.columns.key}-${isoDay(view.asOf)}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
