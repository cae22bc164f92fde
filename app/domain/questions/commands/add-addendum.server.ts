import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { refuseTexts } from '../texts/checked-text';
import { isLive, isPublished, stateOf } from '../question';
import { mayRun } from '../question-policy';
import { lockedQuestion } from '../question-stage.server';

const MOST_WORDS = 400;

/** A small fix to a published question; the text above it stays as it was. */
export const addAddendum = command({
  name: 'questions.add-addendum',
  input: z.strictObject({
    reference: referenceInput,
    text: textInput('Enter the addendum', 4000),
    notPersonal: z.boolean().optional(),
  }),
  load: ({ tx, input }) => lockedQuestion(tx, input.reference),
  authorise: mayRun,
  subject: ({ id }) => ({ noun: 'question', nounId: id }),
  decide: ({ input, loaded: question, now, newId }) => {
    if (!isPublished(question) || !isLive(stateOf(question, now)))
      return refuse(
        'QuestionIsNotLive',
        'Only a published question that is not finished or withdrawn can have an addendum.',
      );
    const refused = refuseTexts({ text: input.text }, MOST_WORDS, input.notPersonal);
    if (refused) return refused;
    return {
      change: { id: newId(), question, text: input.text },
      facts: [
        {
          name: 'AddendumWasPublished',
          noun: 'question' as const,
          nounId: question.id,
          data: { teamId: question.teamId },
        },
      ],
    };
  },
  save: async ({ tx, actor, now }, { id, question, text }) => {
    if (actor.kind !== 'person') throw new Error('a visitor publishes nothing');
    const number = (await tx.addendum.count({ where: { questionId: question.id } })) + 1;
    await tx.addendum.create({
      data: { id, questionId: question.id, number, text, publishedAt: now, publishedById: actor.id },
    });
    return { reference: question.reference };
  },
});
