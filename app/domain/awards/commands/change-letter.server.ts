import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { lockedQuestionById } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { mayWriteLetter } from '../letters/letter-policy';

/** Another text for one letter before it is sent; that it was changed is marked. */
export const changeLetter = command({
  name: 'awards.changeLetter',
  input: z.strictObject({
    reference: referenceInput,
    text: textInput('Enter the text of the letter', 10_000),
  }),
  load: async ({ tx, input }) => {
    const bid = await tx.bid.findUnique({
      where: { reference: input.reference },
      select: { id: true, questionId: true },
    });
    const question = bid && (await lockedQuestionById(tx, bid.questionId));
    const letter = bid && (await tx.decisionLetter.findFirst({ where: { bidId: bid.id, sentAt: null } }));
    return question && letter && { bid, question, letter };
  },
  authorise: (actor, { question, bid }) => mayWriteLetter(actor, question, bid.id),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input: { text }, loaded: { question, bid, letter }, actor }) => ({
    change: {
      id: letter.id,
      text,
      question: question.reference,
      changedById: text !== letter.text && isPerson(actor) ? actor.id : null,
    },
    facts:
      text === letter.text
        ? []
        : [
            {
              name: 'DecisionLetterWasChanged',
              noun: 'bid' as const,
              nounId: bid.id,
              data: { questionId: question.id, letterId: letter.id },
            },
          ],
  }),
  save: async ({ tx, now }, { id, text, question, changedById }) => {
    if (changedById)
      await tx.decisionLetter.update({ where: { id }, data: { text, changedById, changedAt: now } });
    return { question };
  },
});
