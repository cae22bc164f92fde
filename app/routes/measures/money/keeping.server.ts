import type { LoaderFunctionArgs } from '@remix-run/node';
import { mayKeepMoney } from '~/domain/ledger/ledger-policy';
import { lineChoices } from '~/domain/ledger/queries/line-choices.server';
import { ask } from '~/domain/query.server';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

/** Who enters money, and what a line can say. */
export async function moneyKeeper(args: LoaderFunctionArgs, on?: string) {
  const actor = await personWhoAsks(args);
  permitted(mayKeepMoney(actor));
  return { actor, choices: found(await ask(lineChoices, actor, { on })) };
}
