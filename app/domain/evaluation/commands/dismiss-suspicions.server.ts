import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { listInput, textInput } from '../../form-inputs';
import { allow } from '../../policy';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { stateOf } from '../interests/conflicts/conflict';
import { mayDecideConflict, maySeeConflicts } from '../interests/conflicts/conflict-policy';
import { conflictsCalled, ownOpenConflicts } from '../interests/conflicts/load-conflict.server';
import { lockedCompetition } from '../load-competition.server';

const MOST_AT_ONCE = 200;

/** Several false alarms at once, for one reason that each of them keeps. What was declared is never among them. */
export const dismissSuspicions = command({
  name: 'evaluation.dismissSuspicions',
  input: z.strictObject({
    reference: referenceInput,
    conflicts: listInput(referenceInput),
    reason: textInput('Give the reason for your decision', 2000),
  }),
  load: async ({ tx, actor, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    if (!competition) return null;
    const { id } = competition.question;
    const own = await ownOpenConflicts(tx, actor, id);
    const conflicts = await conflictsCalled(tx, id, input.conflicts.slice(0, MOST_AT_ONCE + 1));
    return { competition, own, conflicts };
  },
  authorise: (actor, { competition, own, conflicts }) => {
    const seen = maySeeConflicts(actor, competition, own);
    const verdicts = conflicts.map((one) => mayDecideConflict(actor, competition, own, one));
    return [seen, ...verdicts].find(({ kind }) => kind !== 'allow') ?? allow;
  },
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ input, loaded: { competition, conflicts }, actor }) => {
    const { id: questionId, reference, decidedAt, withdrawnAt } = competition.question;
    if (decidedAt || withdrawnAt)
      return refuse('QuestionIsOver', 'This question is over, so its conflicts stand as they were decided.');
    if (input.conflicts.length === 0)
      return refuseField('NothingIsChosen', 'conflicts', 'Choose what you dismiss');
    if (input.conflicts.length > MOST_AT_ONCE)
      return refuseField('TooManyAtOnce', 'conflicts', `Choose ${MOST_AT_ONCE} or fewer at a time`);
    const open = conflicts.filter((one) => stateOf(one) === 'suspected');
    if (open.length < new Set(input.conflicts).size)
      return refuse('ConflictIsDecided', 'Some of these have been decided already. Look again.', {
        stale: true,
      });
    return {
      change: {
        reference,
        ids: open.map(({ id }) => id),
        by: isPerson(actor) ? actor.id : '',
        reason: input.reason,
      },
      facts: open.map(({ id, personId, kind }) => ({
        name: 'SuspicionWasDismissed',
        noun: 'question' as const,
        nounId: questionId,
        data: { personId, conflictId: id, kind },
        personal: { personId, text: { reason: input.reason } },
      })),
    };
  },
  save: async ({ tx, now }, { reference, ids, by, reason }) => {
    await tx.conflict.updateMany({
      where: { id: { in: ids } },
      data: { dismissedAt: now, decidedById: by, decisionReason: reason },
    });
    return { reference, count: ids.length };
  },
});
