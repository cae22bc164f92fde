import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { reasonInput } from '../finding-form';
import { mayReview } from '../finding-policy';
import { lockedFinding } from '../finding-standing.server';

/** A coordinator asks for changes; the draft opens again for whoever wrote it. */
export const returnFinding = command({
  name: 'knowledge.return-finding',
  input: z.strictObject({ reference: referenceInput, reason: reasonInput('Say what has to change') }),
  load: ({ tx, input }) => lockedFinding(tx, input.reference),
  authorise: (actor, finding) => mayReview(actor, finding.standing),
  subject: (finding) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ input, loaded: finding }) => {
    const { open } = finding;
    if (!open) return refuse('NothingToReview', 'This was already decided.', { stale: true });
    return {
      change: { finding, versionId: open.id, reason: input.reason },
      facts: [
        { name: 'FindingWasReturned', noun: 'finding', nounId: finding.id, data: { number: open.number } },
      ],
    };
  },
  save: async ({ tx, now }, { finding, versionId, reason }) => {
    await tx.findingVersion.update({
      where: { id: versionId },
      data: { returnedAt: now, returnedReason: reason },
    });
    return { reference: finding.reference };
  },
});
