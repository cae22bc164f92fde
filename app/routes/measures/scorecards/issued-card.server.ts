import type { LoaderFunctionArgs } from '@remix-run/node';
import { mayReadIssued, mayReadMeasures } from '~/domain/measures/measure-policy';
import { issuedScorecard } from '~/domain/measures/queries/issued-scorecard.server';
import { isAllowed } from '~/domain/policy';
import { ask } from '~/domain/query.server';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

/** The issued card of an address, and whether its figures lead on for this reader. */
export async function issuedCard(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadIssued(actor));
  const view = found(await ask(issuedScorecard, actor, { reference: args.params['reference'] }));
  return { ...view, linked: isAllowed(mayReadMeasures(actor)) };
}
