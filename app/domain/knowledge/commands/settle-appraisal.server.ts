import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { isRefusal } from '../../refusal';
import { maySettle } from '../appraisal/appraisal-policy';
import { lockedAppraisal } from '../appraisal/appraisal-standing.server';
import { judgementInput, readJudgement } from '../appraisal/judgement-form';
import { recordAgreement } from '../appraisal/record-agreement.server';

/** A coordinator decides what two appraisers could not agree on, by name and with reasons. */
export const settleAppraisal = command({
  name: 'knowledge.settle-appraisal',
  input: judgementInput,
  load: ({ tx, actor, input }) => lockedAppraisal(tx, input.reference, actor),
  authorise: (actor, { standing }) => maySettle(actor, standing),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ input, loaded: { finding, row }, actor }) => {
    if (!isPerson(actor) || !row) throw new Error('authorised above');
    const judgement = readJudgement(row.scheme, input);
    if (isRefusal(judgement)) return judgement;
    return {
      change: { id: row.id, findingId: finding.id, reference: finding.reference, judgement, by: actor.id },
      facts: [
        {
          name: 'AppraisalWasSettled',
          noun: 'finding',
          nounId: finding.id,
          data: { appraisalId: row.id, confidence: judgement.confidence },
        },
      ],
    };
  },
  save: async ({ tx, now }, { id, findingId, reference, judgement, by }) => {
    const agreement = { ...judgement, proposedAt: now, proposedById: by, agreedById: by, settled: true };
    await recordAgreement(tx, { id, findingId, confidence: judgement.confidence, now, agreement });
    return { reference };
  },
});
