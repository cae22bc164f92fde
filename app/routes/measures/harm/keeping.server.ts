import type { LoaderFunctionArgs } from '@remix-run/node';
import { mayKeepHarm } from '~/domain/measures/harm/harm-policy';
import { ask } from '~/domain/query.server';
import { termChoices } from '~/domain/taxonomy/queries/term-choices.server';
import { permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

/** Who keeps harm figures, and the threat areas to choose from. */
export async function harmKeeper(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayKeepHarm(actor));
  return { actor, areas: (await ask(termChoices, actor, { schemes: ['threatArea'] })) ?? [] };
}
