import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { lockedProposal } from '../loaded-proposal.server';
import { mayEditTerms } from '../term-policy';

/** A proposed word does not become a term; whoever proposed it reads why. */
export const declineTerm = command({
  name: 'taxonomy.declineTerm',
  input: z.strictObject({ reference: referenceInput, reason: textInput('Say why', 500) }),
  load: ({ tx, input }) => lockedProposal(tx, input.reference),
  authorise: (actor) => mayEditTerms(actor),
  subject: ({ id }) => ({ noun: 'termProposal', nounId: id }),
  decide: ({ input, loaded: { id, decidedAt }, actor }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (decidedAt) return refuse('ProposalIsDecided', 'Somebody has decided about it already.');
    return {
      change: { id, by: actor.id, reason: input.reason },
      facts: [{ name: 'TermProposalWasDeclined', noun: 'termProposal' as const, nounId: id }],
    };
  },
  save: async ({ tx, now }, { id, by, reason }) => {
    await tx.termProposal.update({ where: { id }, data: { decidedAt: now, decidedById: by, reason } });
    return { declined: true };
  },
});
