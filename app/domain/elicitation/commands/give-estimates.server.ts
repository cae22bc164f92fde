import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { isRefusal, refuse } from '../../refusal';
import type { Round } from '../elicitation';
import { factOf } from '../elicitation-fact';
import { mayEstimate } from '../elicitation-policy';
import { elicitationForShare } from '../elicitation-standing.server';
import { estimatesInput, readEstimates } from '../estimate-form';
import { sealEstimates } from '../sealed-estimates.server';

const CLOSED = refuse(
  'RoundIsClosed',
  'First estimates closed while you were writing, so this was not recorded. Check it, and send it as your second.',
  { stale: true },
);

/** One expert's own estimates of a round, sealed; they can be given again until it closes. */
export const giveEstimates = command({
  name: 'elicitation.give-estimates',
  input: estimatesInput,
  secret: true,
  load: ({ tx, input }) => elicitationForShare(tx, input.reference),
  authorise: (actor, { standing }) => mayEstimate(actor, standing),
  decide: ({ input, loaded: elicitation, actor }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    const round: Round = elicitation.standing.stage === 'first' ? 1 : 2;
    if (input.round !== round) return CLOSED;
    const estimates = readEstimates(elicitation.quantities, input);
    if (isRefusal(estimates)) return estimates;
    const { sealed, commitment } = sealEstimates(elicitation, actor.id, round, estimates);
    const key = { elicitationId: elicitation.id, personId: actor.id, round };
    return {
      change: { key, sealed, reference: elicitation.reference },
      facts: [factOf('EstimatesWereGiven', elicitation, { round, commitment })],
    };
  },
  save: async ({ tx, now }, { key, sealed, reference }) => {
    await tx.sealedEstimate.upsert({
      where: { elicitationId_personId_round: key },
      create: { ...key, sealed, givenAt: now },
      update: { sealed, givenAt: now },
    });
    return { reference, round: key.round };
  },
});
