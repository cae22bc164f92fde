import type { LoaderFunctionArgs } from '@remix-run/node';
import { ask } from '~/domain/query.server';
import type { SessionState } from '~/domain/sessions/session';
import { sessionToEnd } from '~/domain/sessions/queries/session-to-end.server';
import { forbidden } from '~/web/reply.server';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';

/** The session of an address, for its team, in one of the states that the page is for. */
export async function sessionFor(args: LoaderFunctionArgs, states: SessionState[], otherwise: string) {
  const actor = await personWhoAsks(args);
  const session = seen(await ask(sessionToEnd, actor, { reference: args.params['reference'] }));
  if (!states.includes(session.state)) throw forbidden(otherwise);
  return session;
}
