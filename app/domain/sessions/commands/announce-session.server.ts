import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { dayInput, textInput } from '../../form-inputs';
import { isOpen, stateOf } from '../../questions/question';
import { mayRun } from '../../questions/question-policy';
import { lockedQuestion } from '../../questions/question-stage.server';
import { closingInstant } from '../../questions/tasks/dates';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { showInstant } from '../../uk-time';

const MINUTES = 'Enter a number of minutes from 15 to 480';

/** Announces a live session about an open question. When it is, everybody knows; how to join, its bidders. */
export const announceSession = command({
  name: 'sessions.announce',
  input: z.strictObject({
    /** Of the question. */
    reference: referenceInput,
    subject: textInput('Say what the session is about', 200),
    on: dayInput('Enter the day of the session'),
    time: z
      .string({ error: 'Enter a time like 14:00' })
      .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, 'Enter a time like 14:00'),
    minutes: z.coerce.number(MINUTES).int(MINUTES).min(15, MINUTES).max(480, MINUTES),
    joining: textInput('Say how to join', 1000),
  }),
  load: ({ tx, input }) => lockedQuestion(tx, input.reference),
  authorise: mayRun,
  subject: ({ id }) => ({ noun: 'question', nounId: id }),
  decide: ({ input, loaded: question, actor, now, newId, newReference }) => {
    if (!question.route.takesBids || !question.closesAt || !isOpen(stateOf(question, now)))
      return refuse('QuestionIsNotOpen', 'A session is announced while bids are taken.');
    const startsAt = closingInstant(input.on, input.time);
    if (!startsAt)
      return refuseField('SessionIsWrong', 'time', 'The clocks change at that hour: choose another');
    if (startsAt <= now) return refuseField('SessionIsWrong', 'on', 'The session must lie in the future');
    if (startsAt >= question.closesAt)
      return refuseField(
        'SessionIsWrong',
        'on',
        `It must be before bids close, ${showInstant(question.closesAt)}`,
      );
    const { subject, minutes, joining } = input;
    const row = {
      id: newId(),
      reference: newReference(),
      questionId: question.id,
      subject,
      startsAt,
      minutes,
      joining,
      announcedById: isPerson(actor) ? actor.id : '',
      announcedAt: now,
    };
    return {
      change: { row, reference: question.reference },
      facts: [{ name: 'SessionWasAnnounced', noun: 'question' as const, nounId: question.id }],
    };
  },
  save: async ({ tx }, { row, reference }) => {
    await tx.bidderSession.create({ data: row });
    return { reference };
  },
});
