import { hasRole, isMember, type Actor } from '../actor';
import { allow, allowIf, deny, hide, isAllowed, type Verdict } from '../policy';
import { ukDay } from '../uk-time';
import { stateOf, type ReorganisationStages } from './reorganisation';

export interface ReorganisationStanding extends ReorganisationStages {
  proposedById: string;
  parts: {
    organisationId: string;
    side: 'predecessor' | 'successor';
    personId: string | null;
    /** A successor for which nobody is named, and nobody of its own could be. */
    alone?: boolean;
  }[];
}

const keeps = (actor: Actor): boolean => hasRole(actor, 'coordinator') || hasRole(actor, 'administrator');

export const mayReorganise = (actor: Actor): Verdict =>
  allowIf(keeps(actor), 'Only a coordinator or an administrator reorganises organisations.');

/** Named in it, or in a team of one of its organisations. */
const isParty = (actor: Actor, { parts }: ReorganisationStanding): boolean =>
  isMember(actor) &&
  parts.some(
    ({ organisationId, personId }) =>
      personId === actor.id || actor.teams.some((place) => place.organisationId === organisationId),
  );

/** What is only proposed is the coordinators' and the auditor's; then both sides see it too. */
export function mayReadReorganisation(actor: Actor, standing: ReorganisationStanding): Verdict {
  if (keeps(actor) || hasRole(actor, 'auditor')) return allow;
  return standing.confirmedAt !== null && isParty(actor, standing) ? allow : hide;
}

const whileOpen = (actor: Actor, standing: ReorganisationStanding): Verdict => {
  if (!isAllowed(mayReadReorganisation(actor, standing))) return hide;
  const may = mayReorganise(actor);
  if (!isAllowed(may)) return may;
  const state = stateOf(standing, ukDay(actor.asOf));
  return allowIf(state !== 'withdrawn' && state !== 'completed', 'This reorganisation is over.');
};

/** Who holds, who answers, and what is offered to whom: until it is over. */
export const mayArrange = whileOpen;
export const mayWithdraw = whileOpen;

/** Two look at it: nobody confirms what they proposed. */
export function mayConfirm(actor: Actor, standing: ReorganisationStanding): Verdict {
  const may = whileOpen(actor, standing);
  if (!isAllowed(may) || actor.kind !== 'person') return may;
  if (standing.confirmedAt) return deny('This was confirmed already.');
  return allowIf(
    actor.id !== standing.proposedById,
    'Another coordinator or an administrator has to confirm what you proposed.',
  );
}

export function mayComplete(actor: Actor, standing: ReorganisationStanding): Verdict {
  const may = whileOpen(actor, standing);
  if (!isAllowed(may)) return may;
  return allowIf(
    stateOf(standing, ukDay(actor.asOf)) === 'running' && standing.kind !== 'rename',
    'It is completed from its day on, once another person has confirmed it.',
  );
}

/** Named for one that ends: whoever hands over does not accept. */
export const handsOver = (
  personId: string,
  { parts }: { parts: Pick<ReorganisationStanding['parts'][number], 'side' | 'personId'>[] },
): boolean => parts.some((part) => part.side === 'predecessor' && part.personId === personId);

/** For which successors a coordinator answers in their place, with a reason, as they have nobody who could. */
export const standsInFor = (actor: Actor, standing: ReorganisationStanding): string[] =>
  isMember(actor) &&
  hasRole(actor, 'coordinator') &&
  actor.id !== standing.proposedById &&
  !handsOver(actor.id, standing)
    ? standing.parts.filter(({ alone }) => alone).map(({ organisationId }) => organisationId)
    : [];

/**
 * For whom among the successors this person answers: named for it, senior responsible owner of one of its teams, or in
 * the place of one that has nobody.
 */
export function answersFor(actor: Actor, standing: ReorganisationStanding): string[] {
  if (!isMember(actor) || actor.id === standing.proposedById || handsOver(actor.id, standing)) return [];
  const owned = actor.teams
    .filter(({ roles }) => roles.includes('seniorResponsibleOwner'))
    .map(({ organisationId }) => organisationId);
  const own = standing.parts.filter(
    ({ organisationId, side, personId }) =>
      side === 'successor' && (personId === actor.id || owned.includes(organisationId)),
  );
  return [...new Set([...own.map(({ organisationId }) => organisationId), ...standsInFor(actor, standing)])];
}

export function mayAnswer(actor: Actor, standing: ReorganisationStanding): Verdict {
  if (!isAllowed(mayReadReorganisation(actor, standing))) return hide;
  if (isMember(actor) && handsOver(actor.id, standing))
    return deny('You are named as who hands over, so somebody else has to accept.');
  if (answersFor(actor, standing).length === 0)
    return deny(
      'Only the person named for a successor, or a senior responsible owner of its teams, answers.',
    );
  return allowIf(
    stateOf(standing, ukDay(actor.asOf)) === 'running',
    'What is handed over is answered from the day on which the reorganisation takes effect.',
  );
}
