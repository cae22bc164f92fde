import {
  hasRole,
  isMember,
  isPerson,
  isWalledFromBid,
  isWalledFromQuestion,
  panelRole,
  type Actor,
  type Person,
} from '../actor';
import { allow, allowIf, deny, hide, isAllowed, type Verdict } from '../policy';
import { mayBid, type QuestionForPolicy } from '../questions/question-policy';
import type { OpenerCapacity } from './bid';

export interface Place {
  personId: string;
  role: 'lead' | 'editor' | 'partner';
  acceptedAt: Date | null;
  declinedAt: Date | null;
}

/** What a policy needs to know of a bid, whoever loaded it. */
export interface BidForPolicy {
  id: string;
  questionId: string;
  members: Place[];
}

const standing = (actor: Actor, bid: BidForPolicy): Place | undefined =>
  isPerson(actor) && actor.secondFactorPassed
    ? bid.members.find((member) => member.personId === actor.id && member.declinedAt === null)
    : undefined;

/** The part an actor has in a bid once they accepted it. */
export function placeIn(actor: Actor, bid: BidForPolicy): Place['role'] | null {
  const place = standing(actor, bid);
  return place?.acceptedAt ? place.role : null;
}

/** A bid is there for those who make it alone; everybody else gets the page of a thing that does not exist. */
export const mayRead = (actor: Actor, bid: BidForPolicy): Verdict => (placeIn(actor, bid) ? allow : hide);

export function mayEdit(actor: Actor, bid: BidForPolicy): Verdict {
  const place = placeIn(actor, bid);
  if (!place) return hide;
  return allowIf(place !== 'partner', 'Only the lead and the editors of this bid can change it.');
}

/** Submitting, withdrawing, discarding, and who is in the bid. */
export function mayLead(actor: Actor, bid: BidForPolicy): Verdict {
  const place = placeIn(actor, bid);
  if (!place) return hide;
  return allowIf(place === 'lead', 'Only the lead of this bid can do this.');
}

export const mayAnswerInvitation = (actor: Actor, bid: BidForPolicy): Verdict => {
  const place = standing(actor, bid);
  return place && !place.acceptedAt ? allow : hide;
};

/** Starting or joining a bid. A confirmed conflict about the question stands in the way, whatever its scope. */
export function mayStart(actor: Actor, question: QuestionForPolicy): Verdict {
  const verdict = mayBid(actor, question);
  if (!isAllowed(verdict)) return verdict;
  const walled = isPerson(actor) && actor.walls.some((wall) => wall.questionId === question.id);
  return walled ? deny('A confirmed conflict of interest keeps you from bidding for this question.') : allow;
}

interface QuestionWithOpeners {
  id: string;
  budgetHolderId: string | null;
  deputies: { capacity: string; personId: string }[];
}

/** In which capacities an actor opens the bids of a question: for themselves, or as the named deputy. */
export function openingCapacities(actor: Actor, question: QuestionWithOpeners): OpenerCapacity[] {
  if (!isMember(actor) || isWalledFromQuestion(actor, question.id)) return [];
  const capacities = ownCapacities(actor, question);
  for (const capacity of ['moderator', 'budgetHolder'] as const) {
    const named = question.deputies.some(
      (deputy) => deputy.capacity === capacity && deputy.personId === actor.id,
    );
    if (named && !capacities.includes(capacity)) capacities.push(capacity);
  }
  return capacities;
}

/** Without deputies: only these may name one. */
export function ownCapacities(actor: Actor, question: QuestionWithOpeners): OpenerCapacity[] {
  if (!isMember(actor) || isWalledFromQuestion(actor, question.id)) return [];
  const capacities: OpenerCapacity[] = [];
  if (panelRole(actor, question.id) === 'moderator') capacities.push('moderator');
  if (actor.id === question.budgetHolderId) capacities.push('budgetHolder');
  return capacities;
}

export const mayOpen = (actor: Actor, question: QuestionWithOpeners): Verdict =>
  openingCapacities(actor, question).length > 0 ? allow : hide;

/** After opening, the moderator rules on bids that do not comply; the rest of the panel may know of it. */
export const mayExclude = (actor: Actor, bid: { id: string; questionId: string }): Verdict => {
  const role = panelRole(actor, bid.questionId);
  if (!role || isWalledFromBid(actor, bid.questionId, bid.id)) return hide;
  return allowIf(role === 'moderator', 'Only the moderator of the panel excludes a bid.');
};

/** What a losing bid left is looked at by coordinators. */
export const maySettleLead = (actor: Actor): Verdict =>
  allowIf(hasRole(actor, 'coordinator'), 'Only coordinators settle what a bid left.');

/** Who declares against the list of bidders: the panel and the openers. */
export const maySeeBidders = (actor: Actor, question: QuestionWithOpeners): actor is Person =>
  isMember(actor) &&
  !isWalledFromQuestion(actor, question.id) &&
  (panelRole(actor, question.id) !== undefined || openingCapacities(actor, question).length > 0);
