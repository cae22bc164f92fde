import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { mayWithdrawImpact } from '../impact/impact-policy';
import { lockedImpact } from '../impact/impact-record.server';

/** Takes an impact record back; its page stays and says why. */
export const withdrawImpact = command({
  name: 'ratings.withdraw-impact',
  input: z.strictObject({ reference: referenceInput, reason: textInput('Say why it is withdrawn', 1000) }),
  load: ({ tx, input }) => lockedImpact(tx, input.reference),
  authorise: mayWithdrawImpact,
  subject: (record) => ({ noun: 'impactRecord', nounId: record.id }),
  decide: ({ input, loaded }) => ({
    change: { id: loaded.id, reference: loaded.reference, reason: input.reason },
    facts: [
      {
        name: 'ImpactWasWithdrawn',
        noun: 'impactRecord',
        nounId: loaded.id,
        data: { findingId: loaded.findingId },
      },
    ],
  }),
  save: async ({ tx, now }, { id, reference, reason }) => {
    await tx.impactRecord.update({ where: { id }, data: { withdrawnAt: now, withdrawnReason: reason } });
    return { reference };
  },
});
