import { hasRole, isMember, isWalledFromSome, type Actor } from '../../actor';
import { placeIn, type BidForPolicy } from '../../bids/bid-policy';
import { isOwner } from '../../evaluation/evaluation-policy';
import { allow, allowIf, hide, type Verdict } from '../../policy';

export interface ConcernedQuestion {
  id: string;
  teamId: string;
  authorId: string;
  seniorResponsibleOwnerId: string | null;
  /** Whether the actor had a part in it, on either side. */
  involved: boolean;
}

export interface RequestForPolicy {
  questions: ConcernedQuestion[];
}

/** A wall, or a part in a competition without answering for it, keeps somebody from requests about it. */
const isKeptOut = (actor: Actor, { questions }: RequestForPolicy): boolean =>
  questions.some(
    (question) => isWalledFromSome(actor, question.id) || (question.involved && !isOwner(actor, question)),
  );

const handles = (actor: Actor, { questions }: RequestForPolicy): boolean =>
  hasRole(actor, 'coordinator') || questions.some((question) => isOwner(actor, question));

/** Coordinators, the owners of what it concerns, and auditors to read; to everybody else there is none. */
export const maySeeRequest = (actor: Actor, request: RequestForPolicy): Verdict =>
  isMember(actor) && !isKeptOut(actor, request) && (handles(actor, request) || hasRole(actor, 'auditor'))
    ? allow
    : hide;

export const mayHandleRequest = (actor: Actor, request: RequestForPolicy): Verdict =>
  maySeeRequest(actor, request).kind === 'allow'
    ? allowIf(
        handles(actor, request),
        'Coordinators and senior responsible owners handle requests for information. You read them.',
      )
    : hide;

/** Whoever sees the log at all: coordinators, auditors, and those who own questions of a team. */
export const mayReadLog = (actor: Actor): Verdict =>
  isMember(actor) &&
  (hasRole(actor, 'coordinator') ||
    hasRole(actor, 'auditor') ||
    actor.teams.some(({ roles }) => roles.includes('seniorResponsibleOwner')))
    ? allow
    : hide;

export const mayLog = (actor: Actor): Verdict =>
  mayReadLog(actor).kind === 'allow'
    ? allowIf(
        hasRole(actor, 'coordinator') ||
          (isMember(actor) && actor.teams.some(({ roles }) => roles.includes('seniorResponsibleOwner'))),
        'Coordinators and senior responsible owners log requests for information.',
      )
    : hide;

/** A consulted bidder, and those who handle the request. */
export const maySeeConsultation = (actor: Actor, request: RequestForPolicy, bid: BidForPolicy): Verdict =>
  placeIn(actor, bid) !== null ? allow : maySeeRequest(actor, request);

export function mayAnswerConsultation(actor: Actor, request: RequestForPolicy, bid: BidForPolicy): Verdict {
  if (maySeeConsultation(actor, request, bid).kind !== 'allow') return hide;
  const place = placeIn(actor, bid);
  return allowIf(
    place === 'lead' || place === 'editor',
    'The lead and the editors of the bid answer for it.',
  );
}
