import { z } from 'zod';
import { mayGiveApproval, turnOf } from '../../approvals/approval';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { stateOf } from '../question';
import { lockedWholeQuestion } from '../drafting/draft-loading.server';
import { withApprovals } from '../publishing/publication-approvals.server';
import { publicationTurn } from '../publishing/publication-turn';

/** Back to its author with a reason, by whoever's turn it is to approve; approvals given are void with it. */
export const returnQuestion = command({
  name: 'questions.return',
  input: z.strictObject({ reference: referenceInput, reason: textInput('Say what has to change', 1000) }),
  load: async ({ tx, input }) => {
    const row = await lockedWholeQuestion(tx, input.reference);
    return row && withApprovals(tx, row);
  },
  authorise: (actor, { row, approvals }) => mayGiveApproval(actor, publicationTurn(actor, row, approvals)),
  subject: ({ row }) => ({ noun: 'question', nounId: row.id }),
  decide: ({ input, loaded: { row: question, approvals }, now }) => {
    if (stateOf(question, now) !== 'awaitingApproval')
      return refuse('QuestionIsNotAwaitingApproval', 'This question no longer awaits approval.', {
        stale: true,
      });
    const data = { teamId: question.teamId, authorId: question.authorId };
    return {
      change: { question, reason: input.reason, furtherLevel: (turnOf(approvals) ?? 0) > 0 },
      facts: [{ name: 'QuestionWasReturned', noun: 'question' as const, nounId: question.id, data }],
    };
  },
  save: async ({ tx, now }, { question, reason, furtherLevel }) => {
    await tx.question.update({
      where: { id: question.id },
      data: { returnedAt: now, returnedReason: reason, updatedAt: now, revision: { increment: 1 } },
    });
    return { reference: question.reference, furtherLevel };
  },
});
