import { hasRole, hasTeamRole, isMember, isWalledFromBid, panelRole, teamPlace, type Actor } from '../actor';
import type { CompetitionQuestion } from '../evaluation/competition';
import { capacitiesOf, isOwner, runsCompetition } from '../evaluation/evaluation-policy';
import { allow, allowIf, deny, hide, type Verdict } from '../policy';
import { knowsOf } from '../questions/question-policy';

export interface AwardForPolicy {
  noticeAt: Date | null;
  withdrawnAt: Date | null;
  question: CompetitionQuestion;
  /** The people who stand in the winning bid and accepted their place. */
  winners: { personId: string; role: 'lead' | 'editor' | 'partner' }[];
  /** The bid that won. */
  bidId: string;
}

/** A wall around the winning bid is one around its award; so is one around the whole competition. */
const isConflicted = (actor: Actor, { question, bidId }: AwardForPolicy): boolean =>
  isWalledFromBid(actor, question.id, bidId);

const noticeIsOut = ({ noticeAt, withdrawnAt }: AwardForPolicy): boolean =>
  noticeAt !== null && withdrawnAt === null;

/** The award opens to its winner with the notice, never before. */
export const isWinner = (actor: Actor, award: AwardForPolicy): boolean =>
  noticeIsOut(award) && isMember(actor) && award.winners.some(({ personId }) => personId === actor.id);

/** On the side that asks and pays, without a conflict. */
export const isOnAskingSide = (actor: Actor, award: AwardForPolicy): boolean =>
  isMember(actor) &&
  !isConflicted(actor, award) &&
  (teamPlace(actor, award.question.teamId) !== undefined ||
    capacitiesOf(actor, award.question).length > 0 ||
    hasRole(actor, 'auditor'));

/** Before the notice an award exists for the asking side alone; from then on for everybody who knows the question. */
export const maySeeAward = (actor: Actor, award: AwardForPolicy): Verdict =>
  isOnAskingSide(actor, award) ||
  (noticeIsOut(award) && (isWinner(actor, award) || knowsOf(actor, award.question)))
    ? allow
    : hide;

/** Milestones and what was delivered for them. */
export const maySeeDelivery = (actor: Actor, award: AwardForPolicy): boolean =>
  isOnAskingSide(actor, award) || isWinner(actor, award);

const ifKnown = (actor: Actor, award: AwardForPolicy, verdict: () => Verdict): Verdict =>
  maySeeAward(actor, award).kind === 'allow' ? verdict() : hide;

/** Notice, milestones, contract, sign-off, closing: the team's authors and the senior responsible owner. */
export const mayRunAward = (actor: Actor, award: AwardForPolicy): Verdict =>
  ifKnown(actor, award, () =>
    allowIf(
      runsCompetition(actor, award.question) && !isConflicted(actor, award),
      'Only the team’s authors and the senior responsible owner can do this.',
    ),
  );

export const mayWithdrawAward = (actor: Actor, award: AwardForPolicy): Verdict =>
  ifKnown(actor, award, () =>
    allowIf(
      isOwner(actor, award.question) && !isConflicted(actor, award),
      'Only the senior responsible owner can withdraw the decision.',
    ),
  );

export const mayDeclineAward = (actor: Actor, award: AwardForPolicy): Verdict =>
  ifKnown(actor, award, () =>
    allowIf(
      isWinner(actor, award) &&
        isMember(actor) &&
        award.winners.some(({ personId, role }) => personId === actor.id && role === 'lead'),
      'Only the lead of the winning bid declines the award.',
    ),
  );

export const mayDeliver = (actor: Actor, award: AwardForPolicy): Verdict =>
  ifKnown(actor, award, () =>
    allowIf(
      isWinner(actor, award) &&
        isMember(actor) &&
        award.winners.some(({ personId, role }) => personId === actor.id && role !== 'partner'),
      'Only the lead and the editors of the winning bid can deliver.',
    ),
  );

/** Peer review: the panel, or somebody of the team, but nobody who delivers. */
export const mayReview = (actor: Actor, award: AwardForPolicy): Verdict =>
  ifKnown(actor, award, () => {
    if (isWinner(actor, award)) return deny('Nobody reviews what they delivered.');
    const reviews =
      isMember(actor) &&
      !isConflicted(actor, award) &&
      (panelRole(actor, award.question.id) !== undefined ||
        teamPlace(actor, award.question.teamId) !== undefined);
    return allowIf(reviews, 'Only the panel and the team review what was delivered.');
  });

/** To those who see no delivery there is nothing delivered to be judged. */
export const ofDelivery =
  (judge: (actor: Actor, award: AwardForPolicy) => Verdict) =>
  (actor: Actor, award: AwardForPolicy): Verdict =>
    maySeeDelivery(actor, award) ? judge(actor, award) : hide;

export const mayPay = (actor: Actor, award: AwardForPolicy): Verdict =>
  ifKnown(actor, award, () =>
    allowIf(
      isMember(actor) &&
        !isConflicted(actor, award) &&
        (actor.id === award.question.budgetHolderId ||
          hasTeamRole(actor, award.question.teamId, 'budgetHolder')),
      'Only the budget holder records payments.',
    ),
  );
