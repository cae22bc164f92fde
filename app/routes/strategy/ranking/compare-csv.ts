import type { LoaderFunctionArgs } from '@remix-run/node';
import { comparisonPage } from '~/domain/insight/direction/comparison-page.server';
import { mayReadScores } from '~/domain/insight/direction/direction-policy';
import { comparisonLines } from '~/domain/insight/direction/score-lines';
import { ask } from '~/domain/query.server';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';
import { sureDay } from '~/web/asked-day.server';
import { csvFile } from './csv.server';
import { comparisonShape } from './search';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadScores(actor));
  const { on, ...search } = readSearch(args.request, comparisonShape);
  const view = found(await ask(comparisonPage, actor, { ...search, on: sureDay(on, actor.asOf) }));
  return csvFile('comparison', view.day, comparisonLines(found(view.compared), view.weights));
}
