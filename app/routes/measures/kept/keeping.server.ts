import type { LoaderFunctionArgs } from '@remix-run/node';
import { measurePage } from '~/domain/measures/queries/measure-page.server';
import { mayReadMeasures } from '~/domain/measures/measure-policy';
import { ask } from '~/domain/query.server';
import { forbidden, found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

/** The measure of an address, for those who read measures. */
export async function measureOf(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadMeasures(actor));
  const measure = found(await ask(measurePage, actor, { reference: args.params['reference'] }));
  return { actor, measure };
}

/** The same for those who keep it. */
export async function measureToKeep(args: LoaderFunctionArgs) {
  const { actor, measure } = await measureOf(args);
  if (!measure.may.keep)
    throw forbidden('Only its owner, whoever defined it, or a coordinator can do this, until it is retired.');
  return { actor, measure };
}
