import { hasRole, isMember, type Actor } from '../../actor';
import { allow, allowIf, deny, hide, isAllowed, type Verdict } from '../../policy';
import { readsPublished, takesPart } from '../../knowledge/finding-policy';

export interface SignalStanding {
  ownerId: string;
  createdById: string;
  published: boolean;
}

const isCoordinator = (actor: Actor): boolean => hasRole(actor, 'coordinator');
const isTheirs = (actor: Actor, { ownerId, createdById }: SignalStanding): boolean =>
  isMember(actor) && [ownerId, createdById].includes(actor.id);

/** A draft is between whoever wrote it and the coordinators. */
export function maySeeSignal(actor: Actor, signal: SignalStanding): Verdict {
  if (signal.published) return readsPublished(actor) ? allow : hide;
  return isCoordinator(actor) || isTheirs(actor, signal) ? allow : hide;
}

export const mayReadHorizon = (actor: Actor): Verdict =>
  allowIf(readsPublished(actor), 'Only verified members and the auditor read the horizon register.');

export const mayAddSignal = (actor: Actor): Verdict =>
  allowIf(takesPart(actor), 'Only verified members of the network can draft a signal.');

/** Its words, evidence, links and judgements are its owner's and the coordinators'. */
export function mayKeepSignal(actor: Actor, signal: SignalStanding): Verdict {
  const seen = maySeeSignal(actor, signal);
  if (!isAllowed(seen)) return seen;
  const keeps = takesPart(actor) && (isCoordinator(actor) || isTheirs(actor, signal));
  return allowIf(keeps, 'Only its owner, whoever drafted it, or a coordinator can do this.');
}

export function mayPublishSignal(actor: Actor, signal: SignalStanding): Verdict {
  const seen = maySeeSignal(actor, signal);
  if (!isAllowed(seen)) return seen;
  if (!isCoordinator(actor)) return deny('Only a coordinator can publish a signal.');
  return allowIf(
    isMember(actor) && actor.id !== signal.createdById,
    'Another coordinator has to publish what you drafted yourself.',
  );
}
