import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { reasonInput } from '../finding-form';
import { mayReview } from '../finding-policy';
import { lockedFinding } from '../finding-standing.server';

/** A coordinator does not take a version into the knowledge base; its reason stays with it. */
export const declineFinding = command({
  name: 'knowledge.decline-finding',
  input: z.strictObject({ reference: referenceInput, reason: reasonInput('Say why it is declined') }),
  load: ({ tx, input }) => lockedFinding(tx, input.reference),
  authorise: (actor, finding) => mayReview(actor, finding.standing),
  subject: (finding) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ input, loaded: finding }) => {
    const { open } = finding;
    if (!open) return refuse('NothingToReview', 'This was already decided.', { stale: true });
    return {
      change: { finding, versionId: open.id, reason: input.reason },
      facts: [
        { name: 'FindingWasDeclined', noun: 'finding', nounId: finding.id, data: { number: open.number } },
      ],
    };
  },
  save: async ({ tx, now }, { finding, versionId, reason }) => {
    await tx.findingVersion.update({
      where: { id: versionId },
      data: { declinedAt: now, declinedReason: reason },
    });
    return { reference: finding.reference };
  },
});
