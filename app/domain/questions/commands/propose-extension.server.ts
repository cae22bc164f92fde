import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { dayInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { isExtendable, mayProposeExtension, whyNotLater } from '../dates/extension';
import { bidsHere, waitingExtension } from '../dates/load-extension.server';
import { lockedQuestion } from '../question-stage.server';
import { closingInstant } from '../tasks/dates';

const waits = refuse(
  'ExtensionWaits',
  'A later deadline has been proposed already and waits to be confirmed.',
);

/** Proposes a later closing. Nothing moves, and nobody outside is told, until a second person confirms it. */
export const proposeExtension = command({
  name: 'questions.propose-extension',
  input: z.strictObject({
    reference: referenceInput,
    closesOn: dayInput('Enter the new closing day'),
    closesTime: z
      .string({ error: 'Enter a time like 17:00' })
      .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, 'Enter a time like 17:00'),
    reason: textInput('Say why the deadline should move', 1000),
  }),
  load: async ({ tx, actor, input }) => {
    const question = await lockedQuestion(tx, input.reference);
    if (!question || !isPerson(actor)) return null;
    return {
      question,
      waiting: await waitingExtension(tx, question.id),
      bids: await bidsHere(tx, question.id, actor.id),
    };
  },
  authorise: (actor, { question }) => mayProposeExtension(actor, question),
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  decide: ({ input, loaded: { question, waiting, bids }, actor, now, newId }) => {
    if (!isExtendable(question, now))
      return refuse('QuestionIsNotOpen', 'A deadline moves only while the question is open.');
    if (bids > 0) return refuse('BidderMovesNoDeadline', 'You are part of a bid for this question.');
    if (waiting) return waits;
    const closesAt = closingInstant(input.closesOn, input.closesTime);
    const why = whyNotLater(closesAt, question);
    if (why || !closesAt) return refuseField('ExtensionIsWrong', 'closesOn', why ?? 'Choose another hour');
    const row = {
      id: newId(),
      questionId: question.id,
      insteadOf: question.closesAt,
      closesAt,
      reason: input.reason,
      proposedById: isPerson(actor) ? actor.id : '',
      proposedAt: now,
    };
    const fact = { name: 'DeadlineExtensionWasProposed', noun: 'question' as const, nounId: question.id };
    return {
      change: { row, reference: question.reference },
      facts: [{ ...fact, data: { teamId: question.teamId } }],
    };
  },
  save: async ({ tx }, { row, reference }) => {
    await tx.deadlineExtension.create({ data: row });
    return { reference };
  },
  rules: { deadline_extension_one_waits: waits },
});
