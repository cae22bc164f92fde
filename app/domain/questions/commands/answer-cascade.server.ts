import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuseField } from '../../refusal';
import { mayAnswerCascade } from '../cascading/cascade-policy';
import { lockedQuestionById } from '../question-stage.server';

const MISSING = { accepted: 'Say what your team will contribute', declined: 'Say why your team declines' };

async function lockedCascade(tx: Db, reference: string) {
  const found = await tx.cascade.findUnique({ where: { reference }, select: { questionId: true } });
  const question = found && (await lockedQuestionById(tx, found.questionId));
  if (!question) return null;
  return { ...(await tx.cascade.findUniqueOrThrow({ where: { reference } })), question };
}

/** A team that was sent a question takes a part of it on, declines, or notes it. */
export const answerCascade = command({
  name: 'questions.answer-cascade',
  input: z.strictObject({
    reference: referenceInput,
    answer: z.enum(['accepted', 'declined', 'noted'], { error: 'Choose an answer' }),
    words: optionalTextInput(2000),
  }),
  load: ({ tx, input }) => lockedCascade(tx, input.reference),
  authorise: mayAnswerCascade,
  subject: ({ questionId }) => ({ noun: 'question', nounId: questionId }),
  decide: ({ input: { answer, words }, loaded: cascade, actor }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (answer !== 'noted' && words === '') return refuseField('WordsAreMissing', 'words', MISSING[answer]);
    const data = { subjectId: cascade.id, teamId: cascade.teamId, answer };
    return {
      change: {
        id: cascade.id,
        reference: cascade.reference,
        row: { answer, words, answeredById: actor.id },
      },
      facts: [{ name: 'LevelHasAnswered', noun: 'question' as const, nounId: cascade.questionId, data }],
    };
  },
  save: async ({ tx, now }, { id, reference, row }) => {
    await tx.cascade.update({ where: { id }, data: { ...row, answeredAt: now } });
    return { reference };
  },
});
