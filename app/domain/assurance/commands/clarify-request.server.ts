import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { dayInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField, type Refusal } from '../../refusal';
import { isoDay, ukDay } from '../../uk-time';
import { dueOn, MOST_WORDS } from '../requests/information-request';
import { holidaysOfTheAct, requestRecord, type RequestRecord } from '../requests/load-request.server';
import { mayHandleRequest } from '../requests/request-policy';

export const CLOSED = refuse('RequestIsClosed', 'This request has been answered already.', { stale: true });

/** A day that can have happened: not before the request came, not after today. */
export const refusedDay = (
  { receivedOn }: Pick<RequestRecord, 'receivedOn'>,
  field: string,
  day: Date,
  now: Date,
): Refusal | null => {
  if (day < receivedOn) return refuseField('DayIsTooEarly', field, 'Enter a day on or after the one it came');
  return day > ukDay(now) ? refuseField('DayIsToCome', field, 'Enter today or a day before') : null;
};

/** Asks the requester what they mean. No time runs until they have said so (s.1(3) of the Act). */
export const askRequester = command({
  name: 'assurance.ask-requester',
  input: z.strictObject({
    reference: referenceInput,
    asked: textInput('Enter what you asked them', MOST_WORDS),
    askedOn: dayInput('Enter the day on which you asked'),
  }),
  load: ({ tx, actor, input }) => requestRecord(tx, actor, input.reference, { locked: true }),
  authorise: mayHandleRequest,
  subject: ({ id }) => ({ noun: 'informationRequest', nounId: id }),
  decide: ({ input, loaded, actor, now, newId }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (loaded.closedAt) return CLOSED;
    if (loaded.waits)
      return refuse('RequesterWasAsked', 'They were asked already, and have not answered yet.', {
        stale: true,
      });
    const refused = refusedDay(loaded, 'askedOn', input.askedOn, now);
    if (refused) return refused;
    const row = { id: newId(), requestId: loaded.id, asked: input.asked, askedOn: input.askedOn };
    return {
      change: { row: { ...row, askedById: actor.id }, reference: loaded.reference },
      facts: [
        {
          name: 'RequesterWasAsked',
          noun: 'informationRequest',
          nounId: loaded.id,
          data: { askedOn: isoDay(input.askedOn) },
        },
      ],
    };
  },
  save: async ({ tx }, { row, reference }) => {
    await tx.informationClarification.create({ data: row });
    return { reference };
  },
});

/** What the requester said. The twenty working days start anew from that day; an extension before is void. */
export const recordClarified = command({
  name: 'assurance.record-clarified',
  input: z.strictObject({
    reference: referenceInput,
    answer: textInput('Enter what they answered', MOST_WORDS),
    answeredOn: dayInput('Enter the day on which they answered'),
  }),
  load: async ({ tx, actor, input }) => {
    const request = await requestRecord(tx, actor, input.reference, { locked: true });
    if (!request) return null;
    const open = await tx.informationClarification.findFirst({
      where: { requestId: request.id, answeredOn: null },
    });
    return { ...request, open, holidays: await holidaysOfTheAct(tx) };
  },
  authorise: mayHandleRequest,
  subject: ({ id }) => ({ noun: 'informationRequest', nounId: id }),
  decide: ({ input, loaded, actor, now }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (loaded.closedAt) return CLOSED;
    if (!loaded.open)
      return refuse('NobodyWasAsked', 'Nothing was asked that waits for an answer.', { stale: true });
    if (input.answeredOn < loaded.open.askedOn)
      return refuseField('AnsweredBefore', 'answeredOn', 'They cannot have answered before they were asked');
    const refused = refusedDay(loaded, 'answeredOn', input.answeredOn, now);
    if (refused) return refused;
    const due = dueOn(input.answeredOn, loaded.holidays);
    return {
      change: {
        id: loaded.id,
        reference: loaded.reference,
        clarificationId: loaded.open.id,
        said: { answer: input.answer, answeredOn: input.answeredOn, answeredById: actor.id },
        due,
      },
      facts: [
        {
          name: 'RequestWasClarified',
          noun: 'informationRequest',
          nounId: loaded.id,
          data: { dueOn: isoDay(due) },
        },
      ],
    };
  },
  save: async ({ tx }, { id, reference, clarificationId, said, due }) => {
    await tx.informationClarification.update({ where: { id: clarificationId }, data: said });
    await tx.informationRequest.update({
      where: { id },
      data: { dueOn: due, extendedTo: null, extensionReason: null, extendedById: null, extendedAt: null },
    });
    return { reference };
  },
});
