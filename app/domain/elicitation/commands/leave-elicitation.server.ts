import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { factOf } from '../elicitation-fact';
import { mayLeaveElicitation } from '../elicitation-policy';
import { elicitationForShare } from '../elicitation-standing.server';

/** An expert takes no part any more; what they gave counts for nothing and is shown to nobody. */
export const leaveElicitation = command({
  name: 'elicitation.leave-elicitation',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, input }) => elicitationForShare(tx, input.reference),
  authorise: (actor, { standing }) => mayLeaveElicitation(actor, standing),
  decide: ({ loaded: elicitation, actor }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    return {
      change: {
        key: { elicitationId: elicitation.id, personId: actor.id },
        reference: elicitation.reference,
      },
      facts: [factOf('ExpertHasLeftElicitation', elicitation)],
    };
  },
  save: async ({ tx, now }, { key, reference }) => {
    await tx.elicitationExpert.update({ where: { elicitationId_personId: key }, data: { leftAt: now } });
    return { reference };
  },
});
