import type { LoaderFunctionArgs } from '@remix-run/node';
import { ask } from '~/domain/query.server';
import { impactRecordPage } from '~/domain/ratings/queries/impact-record-page.server';
import { found, notFound } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';

/** The signed statement as JSON: what is said, the signature over its canonical form, the key's name. */
export async function loader(args: LoaderFunctionArgs) {
  const record = found(
    await ask(impactRecordPage, await whoAsks(args), { reference: args.params.reference }),
  );
  if (!record.signed) throw notFound();
  return new Response(`${JSON.stringify(record.signed, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="corroboration-${record.reference.toLowerCase()}.json"`,
    },
  });
}
