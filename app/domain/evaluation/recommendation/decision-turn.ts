import type { Actor } from '../../actor';
import type { Approvals } from '../../approvals/approval';
import type { Competition } from '../competition';
import { knowsOfEvaluation, mayDecide } from '../evaluation-policy';

/** Who approves a recommendation next: the owner first, then the levels that its value asks for. */
export const decisionTurn = (
  actor: Actor,
  competition: Competition,
  madeById: string,
  approvals: Approvals,
) => ({
  approvals,
  madeBy: [competition.question.authorId, madeById],
  atOwner: () => mayDecide(actor, competition, madeById),
  knows: knowsOfEvaluation(actor, competition.question),
});
