import type { LoaderFunctionArgs } from '@remix-run/node';
import { mayReadScores } from '~/domain/insight/direction/direction-policy';
import { rankingPage } from '~/domain/insight/direction/ranking-page.server';
import { areaLines, setLines, weightLines } from '~/domain/insight/direction/score-lines';
import { ask } from '~/domain/query.server';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';
import { sureDay } from '~/web/asked-day.server';
import { csvFile } from './csv.server';
import { rankingShape } from './search';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadScores(actor));
  const { on, ...search } = readSearch(args.request, rankingShape);
  const view = found(await ask(rankingPage, actor, { ...search, on: sureDay(on, actor.asOf) }));
  const lines = [...weightLines(view.weights), ...areaLines(view.areas), ...setLines(view.set)];
  return csvFile('ranking', view.day, lines);
}
