import type { Actor } from '~/domain/actor';
import { chainOf } from '~/domain/insight/queries/chain-of.server';
import { ask } from '~/domain/query.server';

/** The chain above the pages of a bid. Ask only after the bid itself was found: it leads from there. */
export const chainOfBid = (actor: Actor, reference: string) =>
  ask(chainOf, actor, { noun: 'bid', reference, here: 'bids' });

export const chainOfQuestion = (actor: Actor, reference: string) =>
  ask(chainOf, actor, { noun: 'question', reference, here: 'bids' });
