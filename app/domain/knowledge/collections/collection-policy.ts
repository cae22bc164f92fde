import { hasRole, isMember, type Actor } from '../../actor';
import { allow, allowIf, deny, type Verdict } from '../../policy';
import { takesPart } from '../finding-policy';
import type { Proposers, Review } from './collection';

export interface CollectionStanding {
  proposers: Proposers;
  review: Review;
  closed: boolean;
  curatorIds: string[];
}

/** Its curators, as long as they are members, and the coordinators. */
export const keepsCollection = (
  actor: Actor,
  { curatorIds }: Pick<CollectionStanding, 'curatorIds'>,
): boolean => isMember(actor) && (curatorIds.includes(actor.id) || hasRole(actor, 'coordinator'));

export const mayStartCollection = (actor: Actor): Verdict =>
  allowIf(hasRole(actor, 'coordinator'), 'Only a coordinator can start a collection.');

export const mayKeepCollection = (actor: Actor, collection: CollectionStanding): Verdict =>
  allowIf(
    keepsCollection(actor, collection),
    'Only the curators of a collection and the coordinators keep it.',
  );

const CLOSED = 'This collection is closed: nothing comes into it any more.';

export const mayAddAtOnce = (actor: Actor, collection: CollectionStanding): Verdict => {
  if (!keepsCollection(actor, collection)) return mayKeepCollection(actor, collection);
  if (collection.closed) return deny(CLOSED);
  return allowIf(
    collection.review === 'atOnce',
    'In this collection another curator accepts each finding. Propose it instead.',
  );
};

/** What is in at once for a curator is proposed by others. */
export const mayProposeFor = (actor: Actor, collection: CollectionStanding): Verdict => {
  if (!takesPart(actor)) return deny('Only verified members of the network can propose a finding.');
  if (collection.closed) return deny(CLOSED);
  if (keepsCollection(actor, collection)) return allow;
  return allowIf(
    collection.proposers === 'members',
    'Only its curators propose findings for this collection.',
  );
};

export const mayAdmitTo = (actor: Actor, collection: CollectionStanding): Verdict =>
  collection.closed ? deny(CLOSED) : mayKeepCollection(actor, collection);
