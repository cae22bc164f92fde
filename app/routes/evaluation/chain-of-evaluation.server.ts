import type { Actor } from '~/domain/actor';
import { chainOf } from '~/domain/insight/queries/chain-of.server';
import { ask } from '~/domain/query.server';

/** The chain above the pages of an evaluation. Ask only after the page itself was found. */
export const chainOfEvaluation = (actor: Actor, reference: string) =>
  ask(chainOf, actor, { noun: 'question', reference, here: 'evaluation' });
