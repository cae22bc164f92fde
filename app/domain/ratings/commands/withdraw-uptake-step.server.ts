import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { mayWithdrawStep } from '../uptake/uptake-policy';
import { lockedStep } from '../uptake/uptake-standing.server';

/** A step was recorded wrongly; it stays in the history, and nothing may follow it. */
export const withdrawUptakeStep = command({
  name: 'ratings.withdraw-uptake-step',
  input: z.strictObject({ reference: referenceInput, reason: textInput('Say why', 500) }),
  load: ({ tx, actor, input }) => lockedStep(tx, input.reference, actor),
  authorise: (actor, { standing }) => mayWithdrawStep(actor, standing),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ input, loaded: { row, finding } }) => ({
    change: { id: row.id, reason: input.reason, finding: finding.reference },
    facts: [
      {
        name: 'UptakeStepWasWithdrawn',
        noun: 'finding',
        nounId: finding.id,
        data: { stepId: row.id, kind: row.kind },
      },
    ],
  }),
  save: async ({ tx, now }, { id, reason, finding }) => {
    await tx.uptakeStep.update({ where: { id }, data: { withdrawnAt: now, withdrawnReason: reason } });
    return { finding };
  },
});
