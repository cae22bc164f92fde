import type { LoaderFunctionArgs } from '@remix-run/node';
import { ownData } from '~/domain/people/queries/own-data.server';
import { ask } from '~/domain/query.server';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

/** Subject access, as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const held = found(await ask(ownData, await personWhoAsks(args), {}));
  return new Response(JSON.stringify(held, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="soundings-own-data.json"',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
}
