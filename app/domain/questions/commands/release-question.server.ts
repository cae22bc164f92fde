import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayRelease } from '../question-policy';
import { lockedQuestion } from '../question-stage.server';

/** Letting the public see a question is a decision by a named person, recorded with its reason. */
export const releaseQuestion = command({
  name: 'questions.release',
  input: z.strictObject({
    reference: referenceInput,
    reason: textInput('Say why the public may see it', 500),
  }),
  load: ({ tx, input }) => lockedQuestion(tx, input.reference),
  authorise: mayRelease,
  subject: ({ id }) => ({ noun: 'question', nounId: id }),
  decide: ({ input, loaded: question, newId }) => {
    if (question.releasedAt) return refuse('QuestionIsReleased', 'It is released already.', { stale: true });
    if (question.marking !== 'OFFICIAL')
      return refuse('MarkingForbidsRelease', 'Only what is marked OFFICIAL can be released.');
    if (question.visibility !== 'network')
      return refuse(
        'QuestionIsNotForTheNetwork',
        'Let the whole network see it first: the public never sees more than members do.',
      );
    const data = { teamId: question.teamId };
    return {
      change: { releaseId: newId(), question, reason: input.reason },
      facts: [{ name: 'QuestionWasReleased', noun: 'question' as const, nounId: question.id, data }],
    };
  },
  save: async ({ tx, actor, now }, { releaseId, question, reason }) => {
    if (actor.kind !== 'person') throw new Error('a visitor releases nothing');
    const about = { noun: 'question', nounId: question.id };
    await tx.release.create({
      data: { id: releaseId, ...about, releasedAt: now, releasedById: actor.id, reason },
    });
    await tx.question.update({ where: { id: question.id }, data: { releasedAt: now, updatedAt: now } });
    return { reference: question.reference };
  },
});
