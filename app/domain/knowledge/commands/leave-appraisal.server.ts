import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { mayLeaveAppraisal } from '../appraisal/appraisal-policy';
import { lockedAppraisal } from '../appraisal/appraisal-standing.server';

/** Gives the place back, with what was judged in it. An appraisal without appraisers ends. */
export const leaveAppraisal = command({
  name: 'knowledge.leave-appraisal',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, actor, input }) => lockedAppraisal(tx, input.reference, actor),
  authorise: (actor, { standing }) => mayLeaveAppraisal(actor, standing),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ loaded: { finding, row }, actor }) => {
    if (!isPerson(actor) || !row) throw new Error('authorised above');
    const own = { appraisalId: row.id, personId: actor.id };
    return {
      change: { own, reference: finding.reference, isLast: row.judgements.length === 1 },
      facts: [
        { name: 'AppraiserHasLeft', noun: 'finding', nounId: finding.id, data: { appraisalId: row.id } },
      ],
    };
  },
  save: async ({ tx, now }, { own, reference, isLast }) => {
    await tx.appraisalJudgement.delete({ where: { appraisalId_personId: own } });
    if (isLast)
      await tx.appraisal.update({
        where: { id: own.appraisalId },
        data: { closedAt: now, closedReason: 'Nobody appraises it any more' },
      });
    return { reference };
  },
});
