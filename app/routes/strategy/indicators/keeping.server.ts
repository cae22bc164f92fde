import { ask } from '~/domain/query.server';
import { indicatorPage } from '~/domain/understanding/queries/indicator-page.server';
import { mayReadUnderstanding } from '~/domain/understanding/understanding-policy';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks, type Arrival } from '~/web/who.server';

/** The indicator, for those who keep it. */
export async function indicatorToKeep(args: Arrival) {
  const actor = await personWhoAsks(args);
  permitted(mayReadUnderstanding(actor));
  const { reference, name, unit, may } = found(
    await ask(indicatorPage, actor, { reference: args.params['reference'] }),
  );
  permitted(may.keep);
  return { reference, name, unit };
}
