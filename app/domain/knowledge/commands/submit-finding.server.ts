import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { missingForReview } from '../finding';
import { mayEditDraft } from '../finding-policy';
import { lockedFinding } from '../finding-standing.server';

/** Sends a checked draft to the coordinators. */
export const submitFinding = command({
  name: 'knowledge.submit-finding',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, input }) => lockedFinding(tx, input.reference),
  authorise: (actor, finding) => mayEditDraft(actor, finding.standing),
  subject: (finding) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ loaded: finding }) => {
    const { open } = finding;
    if (!open) return refuse('NoDraftIsOpen', 'There is no draft of this finding any more.', { stale: true });
    const missing = missingForReview({ title: open.title, authors: open.authors.length, year: open.year });
    if (missing.length > 0)
      return refuse('FindingIsIncomplete', `Before this can be sent, add ${missing.join(', ')}.`);
    return {
      change: { finding, versionId: open.id },
      facts: [
        { name: 'FindingWasSubmitted', noun: 'finding', nounId: finding.id, data: { number: open.number } },
      ],
    };
  },
  save: async ({ tx, now }, { finding, versionId }) => {
    await tx.findingVersion.update({
      where: { id: versionId },
      data: { submittedAt: now, returnedAt: null, returnedReason: null, revision: { increment: 1 } },
    });
    return { reference: finding.reference };
  },
});
