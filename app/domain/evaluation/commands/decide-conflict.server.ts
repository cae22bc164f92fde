import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { isOpen, stateOf } from '../interests/conflicts/conflict';
import { mayDecideConflict } from '../interests/conflicts/conflict-policy';
import { behindOf, lockedConflict } from '../interests/conflicts/load-conflict.server';
import { liftWall, raiseWalls } from '../interests/raise-walls.server';

const FACTS = {
  confirm: 'ConflictWasConfirmed',
  dismiss: 'SuspicionWasDismissed',
  lift: 'ConflictWasLifted',
} as const;

/** Confirms a conflict, which raises its wall, or dismisses it; dismissing a confirmed one lifts the wall again. */
export const decideConflict = command({
  name: 'evaluation.decideConflict',
  input: z.strictObject({
    reference: referenceInput,
    decision: z.enum(['confirm', 'dismiss'], { error: 'Say whether this is a conflict' }),
    reason: textInput('Give the reason for your decision', 2000),
  }),
  load: ({ tx, actor, input }) => lockedConflict(tx, actor, input.reference),
  authorise: (actor, { competition, own, conflict }) => mayDecideConflict(actor, competition, own, conflict),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ input: { decision, reason }, loaded: { competition, conflict }, actor }) => {
    const state = stateOf(conflict);
    if (competition.question.decidedAt || competition.question.withdrawnAt)
      return refuse('QuestionIsOver', 'This question is over, so its conflicts stand as they were decided.');
    if (state === 'declared')
      return refuse('ConflictWasDeclared', 'This was declared. Decide about it among the declarations.');
    if (state === (decision === 'confirm' ? 'confirmed' : 'dismissed'))
      return refuse('ConflictIsDecided', 'This conflict has been decided already.', { stale: true });
    if (state === 'confirmed' && conflict.declaredAt)
      return refuse('ConflictStands', 'This conflict was declared and confirmed, so it stands.');
    const { id, personId, kind } = conflict;
    const { id: questionId, reference, route } = competition.question;
    const bidId = behindOf(competition, conflict);
    const step = decision === 'dismiss' && !isOpen(conflict) ? 'lift' : decision;
    return {
      change: {
        id,
        questionId,
        reference,
        personId,
        bidId,
        scope: route.conflictScope,
        step,
        reason,
        by: isPerson(actor) ? actor.id : '',
      },
      facts: [
        {
          name: FACTS[step],
          noun: 'question',
          nounId: questionId,
          data: { personId, conflictId: id, kind, wholeCompetition: bidId === null },
          personal: { personId, text: { reason } },
        },
      ],
    };
  },
  save: async (saving, { id, questionId, reference, personId, bidId, scope, step, reason, by }) => {
    const { tx, now } = saving;
    const confirms = step === 'confirm';
    await tx.conflict.update({
      where: { id },
      data: {
        confirmedAt: confirms ? now : null,
        dismissedAt: confirms ? null : now,
        decidedById: by,
        decisionReason: reason,
      },
    });
    if (confirms) await raiseWalls(saving, { questionId, personId, behind: [bidId], reason, by });
    if (step === 'lift') await liftWall(saving, { questionId, personId, bidId, scope, reason, by });
    return { reference };
  },
});
