import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { mayCloseAppraisal } from '../appraisal/appraisal-policy';
import { lockedAppraisal } from '../appraisal/appraisal-standing.server';

/** A coordinator ends an appraisal that leads nowhere, so that another can start. */
export const closeAppraisal = command({
  name: 'knowledge.close-appraisal',
  input: z.strictObject({ reference: referenceInput, reason: textInput('Say why', 500) }),
  load: ({ tx, actor, input }) => lockedAppraisal(tx, input.reference, actor),
  authorise: (actor, { standing }) => mayCloseAppraisal(actor, standing),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ input, loaded: { finding, row } }) => {
    if (!row) throw new Error('authorised above');
    return {
      change: { id: row.id, reference: finding.reference, reason: input.reason },
      facts: [
        { name: 'AppraisalWasClosed', noun: 'finding', nounId: finding.id, data: { appraisalId: row.id } },
      ],
    };
  },
  save: async ({ tx, now }, { id, reference, reason }) => {
    await tx.appraisal.update({ where: { id }, data: { closedAt: now, closedReason: reason } });
    return { reference };
  },
});
