import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { dayInput, optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { isoDay } from '../../uk-time';
import { MOST_WORDS, OUTCOME_NAMES } from '../requests/information-request';
import { requestRecord } from '../requests/load-request.server';
import { mayHandleRequest } from '../requests/request-policy';
import { CLOSED, refusedDay } from './clarify-request.server';

/** Records what the requester was answered, and when. Bidders who were consulted are told. */
export const closeRequest = command({
  name: 'assurance.close-request',
  input: z.strictObject({
    reference: referenceInput,
    outcome: z.enum(OUTCOME_NAMES, { error: 'Choose the outcome' }),
    outcomeOn: dayInput('Enter the day on which they were answered'),
    words: optionalTextInput(MOST_WORDS),
  }),
  load: async ({ tx, actor, input }) => {
    const request = await requestRecord(tx, actor, input.reference, { locked: true });
    if (!request) return null;
    const unchecked = await tx.informationRelease.count({
      where: { requestId: request.id, checkedById: null },
    });
    return { ...request, unchecked };
  },
  authorise: mayHandleRequest,
  subject: ({ id }) => ({ noun: 'informationRequest', nounId: id }),
  decide: ({ input, loaded, actor, now }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (loaded.closedAt) return CLOSED;
    if (loaded.waits && input.outcome !== 'withdrawn')
      return refuse('RequesterIsAsked', 'The requester was asked what they mean. Record their answer first.');
    if (loaded.unchecked > 0)
      return refuse('ReleaseIsUnchecked', 'A release waits for a second person to check it.');
    if (input.words === '' && (input.outcome === 'refused' || input.outcome === 'partly'))
      return refuseField('OutcomeNeedsWords', 'words', 'Say why, as the requester was told');
    const refused = refusedDay(loaded, 'outcomeOn', input.outcomeOn, now);
    if (refused) return refused;
    const { outcome, outcomeOn, words } = input;
    return {
      change: {
        id: loaded.id,
        reference: loaded.reference,
        row: { outcome, outcomeOn, outcomeWords: words, closedById: actor.id },
      },
      facts: [
        {
          name: 'InformationRequestWasClosed',
          noun: 'informationRequest',
          nounId: loaded.id,
          data: { outcome, outcomeOn: isoDay(outcomeOn) },
        },
      ],
    };
  },
  save: async ({ tx, now }, { id, reference, row }) => {
    await tx.informationRequest.update({ where: { id }, data: { ...row, closedAt: now } });
    return { reference };
  },
});
