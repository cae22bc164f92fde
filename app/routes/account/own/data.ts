import type { LoaderFunctionArgs } from '@remix-run/node';
import { allOwnEstimates } from '~/domain/elicitation/queries/all-own-estimates.server';
import { ownData } from '~/domain/people/queries/own-data.server';
import { ask } from '~/domain/query.server';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

/** Subject access, as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const held = {
    ...found(await ask(ownData, actor, {})),
    estimates: found(await ask(allOwnEstimates, actor, {})),
  };
  return new Response(JSON.stringify(held, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="soundings-own-data.json"',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
}
