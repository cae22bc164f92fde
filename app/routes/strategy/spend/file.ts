import type { LoaderFunctionArgs } from '@remix-run/node';
import { scoreAndSpend } from '~/domain/insight/spend/score-and-spend.server';
import { spendLines } from '~/domain/insight/spend/spend-lines';
import { mayReadMoney } from '~/domain/ledger/ledger-policy';
import { ask } from '~/domain/query.server';
import { sureDay } from '~/web/asked-day.server';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';
import { csvFile } from '../ranking/csv.server';
import { spendShape } from './search';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadMoney(actor));
  const search = readSearch(args.request, spendShape);
  const on = sureDay(search.on, actor.asOf);
  const view = found(await ask(scoreAndSpend, actor, { ...search, on }));
  return csvFile('score-and-spend', view.day, spendLines(view));
}
