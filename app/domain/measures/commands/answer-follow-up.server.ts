import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { optionalReferenceInput, referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { ukDay } from '../../uk-time';
import { OUTCOME_NAMES } from '../follow-ups/follow-up';
import { mayAnswerFollowUp } from '../follow-ups/follow-up-policy';

/** What somebody found on the day: a figure, something else, or no effect, each in words. */
export const answerFollowUp = command({
  name: 'measures.answer-follow-up',
  input: z.strictObject({
    reference: referenceInput,
    outcome: z.enum(OUTCOME_NAMES, { error: 'Choose what you found' }),
    words: textInput('Say what you found, and how you looked', 4000, 'What you found'),
    value: optionalReferenceInput,
  }),
  load: async ({ tx, input }) => {
    await tx.$queryRaw`SELECT id FROM follow_up WHERE reference = ${input.reference} FOR UPDATE`;
    const row = await tx.followUp.findUnique({
      where: { reference: input.reference },
      include: { award: { select: { questionId: true } } },
    });
    if (!row) return null;
    const where = { reference: input.value, ...(row.measureId ? { measureId: row.measureId } : {}) };
    const value =
      input.value === '' ? null : await tx.measureValue.findFirst({ where, select: { id: true } });
    return { row, value, standing: { ownerId: row.ownerId, questionId: row.award?.questionId ?? null } };
  },
  authorise: (actor, { standing }) => mayAnswerFollowUp(actor, standing),
  subject: ({ row }) => ({ noun: 'followUp', nounId: row.id }),
  decide: ({ input: { outcome, words, value: named }, loaded: { row, value }, now }) => {
    if (row.outcome !== null)
      return refuse('FollowUpIsAnswered', 'This has been answered already.', { stale: true });
    if (row.dueOn > ukDay(now)) return refuse('FollowUpIsNotDue', 'It is answered from its day on.');
    if (named !== '' && (outcome !== 'value' || !value))
      return refuseField(
        'FigureIsUnknown',
        'value',
        'Enter the reference of a recorded figure, or leave it empty',
      );
    return {
      change: { id: row.id, reference: row.reference, said: { outcome, words, valueId: value?.id ?? null } },
      facts: [{ name: 'FollowUpWasAnswered', noun: 'followUp', nounId: row.id, data: { outcome } }],
    };
  },
  save: async ({ tx, actor, now }, { id, reference, said }) => {
    const answeredById = actor.kind === 'person' ? actor.id : '';
    await tx.followUp.update({ where: { id }, data: { ...said, answeredById, answeredAt: now } });
    return { reference };
  },
});
