import type { LoaderFunctionArgs } from '@remix-run/node';
import { bidReceipt } from '~/domain/bids/queries/bid-receipt.server';
import { ask } from '~/domain/query.server';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

/** The receipt as a file; how to check it without Soundings stands beside its type, in `receipt.ts`. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const { receipt } = found(await ask(bidReceipt, actor, { reference: args.params['reference'] }));
  return new Response(JSON.stringify(receipt, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="receipt-${receipt.bid}-${receipt.submission}.json"`,
      'Cache-Control': 'no-store',
    },
  });
}
