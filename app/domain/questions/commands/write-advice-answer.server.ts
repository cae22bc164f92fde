import { z } from 'zod';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { refuseTexts } from '../texts/checked-text';
import { ADVICE_LABELS, ADVICE_WORDS } from '../advice/advice';
import { answerToken } from '../advice/answer-token.server';
import { seenToken } from '../drafting/seen-token.server';
import { isOpen, stateOf } from '../question';
import { mayAnswerAdvice } from '../question-policy';
import { questionForShare } from '../question-stage.server';

/** Starts or saves one's own answer to an expert advice request; nobody else sees it before it is submitted. */
export const writeAdviceAnswer = command({
  name: 'questions.write-advice-answer',
  input: z.strictObject({
    reference: referenceInput,
    body: optionalTextInput(15_000, ADVICE_LABELS.body),
    limits: optionalTextInput(3000, ADVICE_LABELS.limits),
    seen: z.string().max(64),
    intent: z.enum(['finish', 'later', 'auto']).default('finish'),
    notPersonal: z.boolean().optional(),
  }),
  load: async ({ tx, actor, input }) => {
    const question = await questionForShare(tx, input.reference);
    if (!question || actor.kind !== 'person') return null;
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`answer:${question.id}:${actor.id}`}, 0))::text`;
    const own = await tx.adviceAnswer.findUnique({
      where: { questionId_personId: { questionId: question.id, personId: actor.id } },
    });
    return { question, own };
  },
  authorise: (actor, { question }) => mayAnswerAdvice(actor, question),
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  decide: ({ input, loaded: { question, own }, now, newId, newReference }) => {
    const { body, limits } = input;
    if (own?.submittedAt)
      return refuse('AnswerIsSubmitted', 'You sent this answer already.', { stale: true });
    if (!isOpen(stateOf(question, now)))
      return refuse('DeadlineHasPassed', 'This request closed. What you wrote stays in your draft.');
    if (input.seen !== answerToken(own) && seenToken({ body, limits }) !== answerToken(own))
      return refuse(
        'SomebodySavedMeanwhile',
        'You saved this answer elsewhere meanwhile. Both versions are below. Save again to keep this one.',
        { stale: true },
      );
    if (input.intent === 'finish') {
      if (body === '') return refuseField('AnswerIsMissing', 'body', 'Write your answer');
      if (limits === '') return refuseField('LimitsAreMissing', 'limits', 'Say what your answer cannot tell');
      const refused = refuseTexts({ body, limits }, ADVICE_WORDS, input.notPersonal);
      if (refused) return refused;
    }
    const id = own?.id ?? newId();
    const data = { questionId: question.id, teamId: question.teamId };
    return {
      change: { id, reference: own?.reference ?? newReference(), question, body, limits },
      facts: own ? [] : [{ name: 'AdviceAnswerWasStarted', noun: 'adviceAnswer' as const, nounId: id, data }],
    };
  },
  save: async ({ tx, actor, now }, { id, reference, question, body, limits }) => {
    if (actor.kind !== 'person') throw new Error('a visitor answers nothing');
    await tx.adviceAnswer.upsert({
      where: { id },
      create: { id, reference, questionId: question.id, personId: actor.id, body, limits, createdAt: now },
      update: { body, limits, revision: { increment: 1 } },
    });
    return { reference, question: question.reference };
  },
});
