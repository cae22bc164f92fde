import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { dayInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { isoDay, ukDay } from '../../uk-time';
import { requestRecord } from '../requests/load-request.server';
import { mayHandleRequest } from '../requests/request-policy';
import { lastDay } from '../requests/information-request';
import { CLOSED } from './clarify-request.server';

/** Takes longer to weigh the public interest (s.10(3) of the Act): by a later day, told to the requester with its reason. */
export const extendRequest = command({
  name: 'assurance.extend-request',
  input: z.strictObject({
    reference: referenceInput,
    until: dayInput('Enter the day by which it is answered'),
    reason: textInput('Say which exemption needs the public interest weighed, and why it takes longer', 2000),
  }),
  load: ({ tx, actor, input }) => requestRecord(tx, actor, input.reference, { locked: true }),
  authorise: mayHandleRequest,
  subject: ({ id }) => ({ noun: 'informationRequest', nounId: id }),
  decide: ({ input, loaded, actor, now }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (loaded.closedAt) return CLOSED;
    if (loaded.waits)
      return refuse(
        'NoTimeRuns',
        'No time runs while the requester is asked, so there is nothing to extend.',
      );
    if (input.until <= lastDay(loaded))
      return refuseField('NotLater', 'until', 'Enter a day after the one on which it is due now');
    if (ukDay(now) > lastDay(loaded))
      return refuse('RequestIsOverdue', 'It is overdue. The day can only be moved while it has not passed.');
    const extended = { extendedTo: input.until, extensionReason: input.reason, extendedById: actor.id };
    return {
      change: { id: loaded.id, reference: loaded.reference, extended },
      facts: [
        {
          name: 'InformationRequestWasExtended',
          noun: 'informationRequest',
          nounId: loaded.id,
          data: { from: isoDay(lastDay(loaded)), until: isoDay(input.until) },
        },
      ],
    };
  },
  save: async ({ tx, now }, { id, reference, extended }) => {
    await tx.informationRequest.update({ where: { id }, data: { ...extended, extendedAt: now } });
    return { reference };
  },
});
