import { z } from 'zod';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { maySettleLead } from '../bid-policy';

/** A curator entered the work as a finding, found it there, or sets the lead aside. */
export const settleReferenceLead = command({
  name: 'bids.settleReferenceLead',
  input: z.strictObject({
    reference: referenceInput,
    settle: z.enum(['takeUp', 'setAside']),
    reason: optionalTextInput(500),
  }),
  load: async ({ tx, input: { reference } }) => {
    await tx.$queryRaw`SELECT id FROM reference_lead WHERE reference = ${reference} FOR UPDATE`;
    return tx.referenceLead.findUnique({ where: { reference } });
  },
  authorise: maySettleLead,
  subject: ({ id }) => ({ noun: 'referenceLead', nounId: id }),
  decide: ({ input: { settle, reason }, loaded: lead }) => {
    if (lead.takenUpAt || lead.setAsideAt)
      return refuse('LeadIsSettled', 'Somebody has settled it already.', { stale: true });
    if (settle === 'setAside' && reason === '')
      return refuseField('ReasonIsMissing', 'reason', 'Say why it is set aside');
    const name = settle === 'takeUp' ? 'ReferenceLeadWasTakenUp' : 'ReferenceLeadWasSetAside';
    return {
      change: { id: lead.id, takenUp: settle === 'takeUp', reason },
      facts: [{ name, noun: 'referenceLead' as const, nounId: lead.id }],
    };
  },
  save: async ({ tx, now }, { id, takenUp, reason }) => {
    const data = takenUp ? { takenUpAt: now } : { setAsideAt: now, reason };
    await tx.referenceLead.update({ where: { id }, data });
    return { settled: true };
  },
});
