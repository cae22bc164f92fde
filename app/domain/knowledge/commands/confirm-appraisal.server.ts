import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayConfirm } from '../appraisal/appraisal-policy';
import { lockedAppraisal } from '../appraisal/appraisal-standing.server';
import { recordAgreement } from '../appraisal/record-agreement.server';

/** The other appraiser agrees to what was proposed, as it stood on the page: the finding gets its confidence. */
export const confirmAppraisal = command({
  name: 'knowledge.confirm-appraisal',
  input: z.strictObject({ reference: referenceInput, proposedAt: z.iso.datetime() }),
  load: ({ tx, actor, input }) => lockedAppraisal(tx, input.reference, actor),
  authorise: (actor, { standing }) => mayConfirm(actor, standing),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ input, loaded: { finding, row }, actor }) => {
    if (!isPerson(actor) || !row?.confidence) throw new Error('authorised above');
    if (row.proposedAt?.toISOString() !== input.proposedAt)
      return refuse('ProposalHasChanged', 'The proposal was changed. Read it again before you agree.', {
        stale: true,
      });
    const { reference, id: findingId } = finding;
    return {
      change: { id: row.id, findingId, reference, confidence: row.confidence, by: actor.id },
      facts: [
        {
          name: 'AppraisalWasAgreed',
          noun: 'finding',
          nounId: findingId,
          data: { appraisalId: row.id, confidence: row.confidence },
        },
      ],
    };
  },
  save: async ({ tx, now }, { id, findingId, reference, confidence, by }) => {
    await recordAgreement(tx, { id, findingId, confidence, now, agreement: { agreedById: by } });
    return { reference };
  },
});
