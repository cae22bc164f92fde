import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { factOf } from '../elicitation-fact';
import { mayWithdrawElicitation } from '../elicitation-policy';
import { elicitationForShare } from '../elicitation-standing.server';

/** Ends it before its time; no estimate that was given is ever shown. */
export const withdrawElicitation = command({
  name: 'elicitation.withdraw-elicitation',
  input: z.strictObject({ reference: referenceInput, reason: textInput('Say why', 500) }),
  load: ({ tx, input }) => elicitationForShare(tx, input.reference),
  authorise: (actor, { standing }) => mayWithdrawElicitation(actor, standing),
  decide: ({ input, loaded: elicitation }) => ({
    change: { id: elicitation.id, reason: input.reason, reference: elicitation.reference },
    facts: [factOf('ElicitationWasWithdrawn', elicitation)],
  }),
  save: async ({ tx, now }, { id, reason, reference }) => {
    await tx.elicitation.update({ where: { id }, data: { withdrawnAt: now, withdrawnReason: reason } });
    return { reference };
  },
});
