import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { isRefusal } from '../../refusal';
import { mayPropose } from '../appraisal/appraisal-policy';
import { lockedAppraisal } from '../appraisal/appraisal-standing.server';
import { judgementInput, readJudgement } from '../appraisal/judgement-form';

/** One of the two writes down what both could agree on; it replaces what was proposed before. */
export const proposeAppraisal = command({
  name: 'knowledge.propose-appraisal',
  input: judgementInput,
  load: ({ tx, actor, input }) => lockedAppraisal(tx, input.reference, actor),
  authorise: (actor, { standing }) => mayPropose(actor, standing),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ input, loaded: { finding, row }, actor }) => {
    if (!isPerson(actor) || !row) throw new Error('authorised above');
    const proposal = readJudgement(row.scheme, input);
    if (isRefusal(proposal)) return proposal;
    return {
      change: { id: row.id, reference: finding.reference, proposal, by: actor.id },
      facts: [
        {
          name: 'AppraisalWasProposed',
          noun: 'finding',
          nounId: finding.id,
          data: { appraisalId: row.id, confidence: proposal.confidence },
        },
      ],
    };
  },
  save: async ({ tx, now }, { id, reference, proposal, by }) => {
    await tx.appraisal.update({ where: { id }, data: { ...proposal, proposedAt: now, proposedById: by } });
    return { reference };
  },
});
