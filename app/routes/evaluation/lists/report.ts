import type { LoaderFunctionArgs } from '@remix-run/node';
import { OUTCOME_WORDS, VERDICT_WORDS } from '~/domain/evaluation/lists/list-kinds';
import { listPage } from '~/domain/evaluation/lists/queries/list-page.server';
import { csvText } from '~/domain/csv';
import { ask } from '~/domain/query.server';
import { attachment } from '~/web/attachment.server';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';

/** What became of each row, to keep. */
export async function loader(args: LoaderFunctionArgs) {
  const view = seen(await ask(listPage, await personWhoAsks(args), { list: args.params['list'] }));
  const lines = [
    ['Row', 'What became of it', 'Why', 'What it said'],
    ...view.rows.map(({ position, verdict, outcome, why, cells }) => [
      ...[position, outcome ? OUTCOME_WORDS[outcome] : VERDICT_WORDS[verdict], why],
      ...cells,
    ]),
  ];
  const bytes = new TextEncoder().encode(`\uFEFF${csvText(lines)}`);
  return attachment({ name: `${view.list}-report.csv`, mediaType: 'text/csv; charset=utf-8', bytes });
}
