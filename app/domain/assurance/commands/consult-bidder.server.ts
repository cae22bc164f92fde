import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { dayInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { isoDay, ukDay } from '../../uk-time';
import { bidsToConsult } from '../requests/consultations.server';
import { requestRecord } from '../requests/load-request.server';
import { mayHandleRequest } from '../requests/request-policy';
import { CLOSED } from './clarify-request.server';

/** Asks a bidder whether they object to a release of what they wrote (code of practice under s.45). */
export const consultBidder = command({
  name: 'assurance.consult-bidder',
  input: z.strictObject({
    reference: referenceInput,
    bid: referenceInput,
    words: textInput('Say what may be released', 5000),
    answerBy: dayInput('Enter the day by which they answer'),
  }),
  load: async ({ tx, actor, input }) => {
    const request = await requestRecord(tx, actor, input.reference, { locked: true });
    return request && { ...request, bids: await bidsToConsult(tx, request.id) };
  },
  authorise: mayHandleRequest,
  subject: ({ id }) => ({ noun: 'informationRequest', nounId: id }),
  decide: ({ input, loaded, actor, now, newId, newReference }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (loaded.closedAt) return CLOSED;
    const bid = loaded.bids.find(({ reference }) => reference === input.bid);
    if (!bid) return refuseField('BidIsUnknown', 'bid', 'Choose a bid of the questions that it concerns');
    if (bid.asked) return refuse('BidderWasAsked', 'This bidder was asked already.', { stale: true });
    if (input.answerBy <= ukDay(now)) return refuseField('TooSoon', 'answerBy', 'Enter a day after today');
    const id = newId();
    const row = { id, reference: newReference(), requestId: loaded.id, bidId: bid.id, words: input.words };
    return {
      change: { row: { ...row, askedById: actor.id, answerBy: input.answerBy }, reference: loaded.reference },
      facts: [
        {
          name: 'BidderWasConsulted',
          noun: 'informationRequest',
          nounId: loaded.id,
          data: { consultationId: id, bidId: bid.id, answerBy: isoDay(input.answerBy) },
        },
      ],
    };
  },
  save: async ({ tx, now }, { row, reference }) => {
    await tx.informationConsultation.create({ data: { ...row, askedAt: now } });
    return { reference };
  },
});
