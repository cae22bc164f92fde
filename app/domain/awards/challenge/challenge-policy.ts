import { hasRole, isMember, isPerson, isWalledFromBid, type Actor } from '../../actor';
import { placeIn, type BidForPolicy } from '../../bids/bid-policy';
import type { CompetitionQuestion } from '../../evaluation/competition';
import { isOwner, knowsOfEvaluation, runsCompetition } from '../../evaluation/evaluation-policy';
import { allow, allowIf, hide, type Verdict } from '../../policy';

export interface ChallengeForPolicy {
  bid: BidForPolicy;
  question: CompetitionQuestion;
  /** Everybody who had a part in the competition. */
  involved: string[];
}

/** Lodging: the lead and the editors of a bid of this competition. */
export function mayChallenge(actor: Actor, bid: BidForPolicy): Verdict {
  const place = placeIn(actor, bid);
  if (!place) return hide;
  return allowIf(place !== 'partner', 'Only the lead and the editors of the bid challenge the decision.');
}

/** A coordinator who had no part in the competition. */
const isUninvolved = (actor: Actor, { involved }: ChallengeForPolicy): boolean =>
  hasRole(actor, 'coordinator') && isPerson(actor) && !involved.includes(actor.id);

const isAsker = (actor: Actor, { question, bid }: ChallengeForPolicy): boolean =>
  isMember(actor) &&
  knowsOfEvaluation(actor, question) &&
  !isWalledFromBid(actor, question.id, bid.id) &&
  (runsCompetition(actor, question) || isOwner(actor, question) || hasRole(actor, 'auditor'));

/** The bidder, whoever decides, and those who answer for the decision; to everybody else there is no challenge. */
export const maySeeChallenge = (actor: Actor, challenge: ChallengeForPolicy): Verdict =>
  placeIn(actor, challenge.bid) !== null || isUninvolved(actor, challenge) || isAsker(actor, challenge)
    ? allow
    : hide;

export const mayDecideChallenge = (actor: Actor, challenge: ChallengeForPolicy): Verdict =>
  maySeeChallenge(actor, challenge).kind === 'allow'
    ? allowIf(
        isUninvolved(actor, challenge),
        'A coordinator who had no part in the competition decides a challenge.',
      )
    : hide;
