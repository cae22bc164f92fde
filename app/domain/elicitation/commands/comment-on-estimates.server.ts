import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { isAllowed } from '../../policy';
import { referenceInput } from '../../reference-input';
import { factOf } from '../elicitation-fact';
import { mayComment, mayRunElicitation } from '../elicitation-policy';
import { elicitationForShare } from '../elicitation-standing.server';

/** Adds to the discussion between the rounds, by letter; whoever runs it writes as facilitator. */
export const commentOnEstimates = command({
  name: 'elicitation.comment-on-estimates',
  input: z.strictObject({ reference: referenceInput, text: textInput('Write what you want to say', 3000) }),
  load: ({ tx, input }) => elicitationForShare(tx, input.reference),
  authorise: (actor, { standing }) => mayComment(actor, standing),
  decide: ({ input, loaded: elicitation, actor, newId }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    const facilitates = isAllowed(mayRunElicitation(actor, elicitation.standing));
    const id = newId();
    return {
      change: {
        id,
        elicitationId: elicitation.id,
        personId: actor.id,
        facilitates,
        text: input.text,
        reference: elicitation.reference,
      },
      facts: [factOf('EstimatesWereDiscussed', elicitation, { commentId: id })],
    };
  },
  save: async ({ tx, now }, { reference, ...row }) => {
    await tx.elicitationComment.create({ data: { ...row, saidAt: now } });
    return { reference };
  },
});
