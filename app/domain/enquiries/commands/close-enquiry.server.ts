import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { lockedEnquiry } from '../enquiry-loading.server';
import { mayClose } from '../enquiry-policy';

/** Nothing is written in it any more; what was said stays readable to both. */
export const closeEnquiry = command({
  name: 'enquiries.close',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, actor, input }) => lockedEnquiry(tx, input.reference, actor.asOf),
  authorise: mayClose,
  subject: ({ id }) => ({ noun: 'enquiry', nounId: id }),
  decide: ({ loaded: { id, reference, teamId } }) => ({
    change: { id, reference },
    facts: [{ name: 'EnquiryWasClosed', noun: 'enquiry' as const, nounId: id, data: { teamId } }],
  }),
  save: async ({ tx, now }, { id, reference }) => {
    await tx.enquiry.update({ where: { id }, data: { closedAt: now } });
    return { reference };
  },
});
