import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { mayReadMeasures } from '~/domain/measures/measure-policy';
import { liveScorecard } from '~/domain/measures/queries/live-scorecard.server';
import { ask } from '~/domain/query.server';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

const shape = {
  of: z.string().max(200).optional(),
  period: z.string().max(10).optional(),
  beside: z.string().max(10).optional(),
};

/** The live card that an address asks for. */
export async function liveCard(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadMeasures(actor));
  return found(await ask(liveScorecard, actor, readSearch(args.request, shape)));
}
