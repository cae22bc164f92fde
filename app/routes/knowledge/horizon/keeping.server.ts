import type { LoaderFunctionArgs } from '@remix-run/node';
import { signalPage } from '~/domain/elicitation/queries/signal-page.server';
import { ask } from '~/domain/query.server';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

/** The signal of an address, for those who keep it. */
export async function signalToKeep(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const signal = found(await ask(signalPage, actor, { reference: args.params['reference'] }));
  if (!signal.may.keep) throw forbidden('Only its owner, whoever drafted it, or a coordinator can do this.');
  return { signal, actor };
}
