import type { LoaderFunctionArgs } from '@remix-run/node';
import { competitionExport } from '~/domain/evaluation/lists/queries/competition-export.server';
import { EXPORT_NAMES } from '~/domain/evaluation/lists/export-policy';
import { csvText } from '~/domain/csv';
import { ask } from '~/domain/query.server';
import { attachment } from '~/web/attachment.server';
import { notFound } from '~/web/reply.server';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';

/** One table of a competition, for a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const what = EXPORT_NAMES.find((name) => name === args.params['what']);
  if (!what) throw notFound();
  const { name, lines } = seen(
    await ask(competitionExport, actor, { reference: args.params['reference'], what }),
  );
  const bytes = new TextEncoder().encode(`\uFEFF${csvText(lines)}`);
  return attachment({ name, mediaType: 'text/csv; charset=utf-8', bytes });
}
