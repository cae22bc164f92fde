import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { showInstant } from '../../uk-time';
import { refuseTexts } from '../texts/checked-text';
import { CLARIFICATION_WORDS } from '../clarifications/clarification';
import { hasPassed, isOpen, stateOf } from '../question';
import { mayAskClarification } from '../question-policy';
import { questionForShare } from '../question-stage.server';

/** Asked privately while the window is open. Who asked stands in the row and in the audit, and nowhere else. */
export const askClarification = command({
  name: 'questions.ask-clarification',
  input: z.strictObject({
    reference: referenceInput,
    asked: textInput('Enter what you want to know', 1500),
    notPersonal: z.boolean().optional(),
  }),
  load: ({ tx, input }) => questionForShare(tx, input.reference),
  authorise: mayAskClarification,
  subject: ({ id }) => ({ noun: 'question', nounId: id }),
  decide: ({ input, loaded: question, now, newId, newReference }) => {
    const ends = question.clarificationsCloseAt;
    if (!isOpen(stateOf(question, now)) || !ends)
      return refuse('ClarificationsAreClosed', 'This question takes no clarifications now.');
    if (hasPassed(ends, now))
      return refuse('ClarificationsAreClosed', `Clarifications closed on ${showInstant(ends)}.`);
    const refused = refuseTexts({ asked: input.asked }, CLARIFICATION_WORDS, input.notPersonal);
    if (refused) return refused;
    const change = { id: newId(), reference: newReference(), question, asked: input.asked };
    const data = { questionId: question.id, teamId: question.teamId };
    return {
      change,
      facts: [{ name: 'ClarificationWasAsked', noun: 'clarification' as const, nounId: change.id, data }],
    };
  },
  save: async ({ tx, actor, now }, { id, reference, question, asked }) => {
    if (actor.kind !== 'person') throw new Error('a visitor asks nothing');
    await tx.clarification.create({
      data: { id, reference, questionId: question.id, askerId: actor.id, asked, askedAt: now },
    });
    return { reference: question.reference };
  },
});
