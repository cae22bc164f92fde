import type { LoaderFunctionArgs } from '@remix-run/node';
import { ask } from '~/domain/query.server';
import { closingEvent } from '~/domain/questions/dates/closing-event';
import { questionPage } from '~/domain/questions/queries/question-page.server';
import { showReference } from '~/domain/reference';
import { paths } from '~/paths';
import { found, notFound } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';

/** The closing date, and sessions for bidders, as a calendar file. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const { reference, title, closesAt, sessions } = found(
    await ask(questionPage, actor, { reference: args.params['reference'] }),
  );
  if (!closesAt) throw notFound();
  const address = new URL(paths.question(reference), args.request.url).href;
  const held = sessions.map((session) => ({ ...session, startsAt: new Date(session.startsAt) }));
  const file = closingEvent({ reference, title, closesAt, address, madeAt: actor.asOf, sessions: held });
  return new Response(file, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="closing-${showReference(reference)}.ics"`,
    },
  });
}
