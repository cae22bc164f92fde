import { hasRole, isMember, isWalledFromBid, isWalledFromSome, panelRole, type Actor } from '../../../actor';
import { allow, allowIf, deny, hide, isAllowed, type Verdict } from '../../../policy';
import type { Competition } from '../../competition';
import { isOwner, knowsOfEvaluation } from '../../evaluation-policy';
import { DECLARE_FIRST, standingOf } from '../declarations';
import { isPinned, type ConflictForPolicy } from './conflict';

/** Who looks after the conflicts of a competition: its moderator, its senior responsible owner and coordinators. */
const looksAfter = (actor: Actor, { question }: Competition): boolean =>
  panelRole(actor, question.id) === 'moderator' ||
  isOwner(actor, question) ||
  hasRole(actor, 'coordinator') ||
  (hasRole(actor, 'auditor') && question.decidedAt !== null);

const WAITING =
  'A possible conflict of your own is not decided yet. Until it is, those of others stay closed to you.';
const UNDECLARED = `${DECLARE_FIRST} Then you can read those of others.`;

/**
 * The conflicts of an opened competition name its bidders, so whoever reads them has declared. Whoever may have a
 * conflict themselves learns of no suspicion about others.
 */
export function maySeeConflicts(
  actor: Actor,
  competition: Competition,
  own: readonly ConflictForPolicy[],
): Verdict {
  const { question } = competition;
  if (!question.route.takesBids || !knowsOfEvaluation(actor, question) || !isMember(actor)) return hide;
  if (!looksAfter(actor, competition))
    return deny('Conflicts are for the moderator, the senior responsible owner and coordinators.');
  if (competition.hidesBidders && panelRole(actor, question.id))
    return deny(
      'Bidders are hidden from the panel, so others look after conflicts until their names are shown.',
    );
  if (own.length > 0) return deny(WAITING);
  if (isWalledFromSome(actor, question.id))
    return deny('A confirmed conflict about one of the bids keeps you from the conflicts of others.');
  if (!question.openedAt || question.decidedAt) return allow;
  const hasDeclared = (['opening', 'award'] as const).some(
    (stage) => standingOf(competition, actor.id, stage) === 'clear',
  );
  return allowIf(hasDeclared, UNDECLARED);
}

/**
 * A coordinator alone decides where it is about the owner or the moderator; nobody about themselves. Whoever is kept
 * from conflicts by more than a declaration that is missing does not learn that there is this one.
 */
export function mayDecideConflict(
  actor: Actor,
  competition: Competition,
  own: readonly ConflictForPolicy[],
  conflict: ConflictForPolicy,
): Verdict {
  const seen = maySeeConflicts(actor, competition, own);
  if (!isAllowed(seen)) return seen.kind === 'deny' && seen.why === UNDECLARED ? seen : hide;
  const { question } = competition;
  if (!isMember(actor) || isWalledFromBid(actor, question.id, conflict.bidId ?? '')) return hide;
  if (actor.id === conflict.personId) return deny('Nobody decides about their own conflict.');
  const coordinates = hasRole(actor, 'coordinator');
  if (isPinned(conflict))
    return allowIf(coordinates, 'A coordinator set this conflict, and only a coordinator can lift it.');
  if (conflict.personId === question.seniorResponsibleOwnerId)
    return allowIf(coordinates, 'A coordinator decides about a conflict of the senior responsible owner.');
  return allowIf(
    coordinates || isOwner(actor, question) || panelRole(actor, question.id) === 'moderator',
    'Only the moderator, the senior responsible owner and coordinators decide.',
  );
}

/** An administrative conflict is set without evidence, so a coordinator alone does it. */
export function mayPinConflict(
  actor: Actor,
  competition: Competition,
  own: readonly ConflictForPolicy[],
): Verdict {
  const seen = maySeeConflicts(actor, competition, own);
  if (!isAllowed(seen)) return seen;
  return allowIf(hasRole(actor, 'coordinator'), 'Only a coordinator sets a conflict without evidence.');
}
