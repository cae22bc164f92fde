import type { Actor } from '~/domain/actor';
import { chainOf } from '~/domain/insight/queries/chain-of.server';
import { ask } from '~/domain/query.server';

/** The chain above the pages of an award. Ask only after the page itself was found. */
export const chainOfAward = (actor: Actor, reference: string) =>
  ask(chainOf, actor, { noun: 'award', reference, here: 'award' });

export const chainOfDeliverable = (actor: Actor, reference: string) =>
  ask(chainOf, actor, { noun: 'deliverable', reference, here: 'deliverable' });

/** Above pages about all awards of a question. */
export const chainOfDecision = (actor: Actor, reference: string) =>
  ask(chainOf, actor, { noun: 'question', reference, here: 'award' });
