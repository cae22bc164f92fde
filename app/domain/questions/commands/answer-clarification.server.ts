import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { refuseTexts } from '../texts/checked-text';
import { CLARIFICATION_WORDS, clarificationState } from '../clarifications/clarification';
import { lockedClarification } from '../clarifications/clarification-loading.server';
import { isOpen, stateOf } from '../question';
import { mayRun } from '../question-policy';

/** Question and answer go to everybody at once, in words that do not show who asked. */
export const answerClarification = command({
  name: 'questions.answer-clarification',
  input: z.strictObject({
    reference: referenceInput,
    publishedText: textInput(
      'Enter the question as everybody will read it',
      1500,
      'The question as everybody will read it',
    ),
    answer: textInput('Enter the answer', 1500, 'Answer'),
    notPersonal: z.boolean().optional(),
  }),
  load: ({ tx, input }) => lockedClarification(tx, input.reference),
  authorise: (actor, { question }) => mayRun(actor, question),
  subject: ({ id }) => ({ noun: 'clarification', nounId: id }),
  decide: ({ input, loaded, now }) => {
    if (clarificationState(loaded) !== 'waiting')
      return refuse('ClarificationIsSettled', 'Somebody settled this one meanwhile.', { stale: true });
    if (!isOpen(stateOf(loaded.question, now)))
      return refuse('QuestionIsClosed', 'The question is closed: an answer would help nobody now.');
    const { publishedText, answer } = input;
    const refused = refuseTexts({ publishedText, answer }, CLARIFICATION_WORDS, input.notPersonal);
    if (refused) return refused;
    const { question, id } = loaded;
    const late = question.answersDueAt !== null && now > question.answersDueAt;
    return {
      change: { id, publishedText, answer, question: question.reference },
      facts: [
        {
          name: 'ClarificationWasAnswered',
          noun: 'clarification' as const,
          nounId: id,
          data: { questionId: question.id, teamId: question.teamId, late },
        },
      ],
    };
  },
  save: async ({ tx, actor, now }, { id, publishedText, answer, question }) => {
    if (actor.kind !== 'person') throw new Error('a visitor answers nothing');
    await tx.clarification.update({
      where: { id },
      data: { publishedText, answer, answeredAt: now, answeredById: actor.id },
    });
    return { question };
  },
});
