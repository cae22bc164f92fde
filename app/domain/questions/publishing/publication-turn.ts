import type { Actor } from '../../actor';
import type { Approvals } from '../../approvals/approval';
import { isAllowed } from '../../policy';
import { mayApprove, maySee, type QuestionForPolicy } from '../question-policy';

/** Who approves a question next: its owner first, then the levels that its budget asks for. */
export const publicationTurn = (actor: Actor, question: QuestionForPolicy, approvals: Approvals) => ({
  approvals,
  madeBy: [question.authorId],
  atOwner: () => mayApprove(actor, question),
  knows: isAllowed(maySee(actor, question)),
});
