import type { ActionFunctionArgs } from '@remix-run/node';
import { isAllowed } from '~/domain/policy';
import { ask } from '~/domain/query.server';
import { setBusinessModel } from '~/domain/understanding/commands/set-business-model.server';
import { businessModelOf } from '~/domain/understanding/queries/business-model-of.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { found } from '~/web/reply.server';
import { personWhoAsks, type Arrival } from '~/web/who.server';

type Noun = 'question' | 'finding';

export async function loadTags(args: Arrival, noun: Noun) {
  const actor = await personWhoAsks(args);
  const view = found(await ask(businessModelOf, actor, { noun, reference: args.params['reference'] }));
  const { may, ...shown } = view;
  return { noun, ...shown, maySet: isAllowed(may) };
}

export const recordTags = (args: ActionFunctionArgs, noun: Noun) =>
  act(args, setBusinessModel, {
    fixed: { noun, reference: args.params['reference'] ?? '' },
    done: ({ reference }) => (noun === 'question' ? paths.question(reference) : paths.finding(reference)),
    says: 'Saved',
  });
