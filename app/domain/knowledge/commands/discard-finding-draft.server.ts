import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayEditDraft } from '../finding-policy';
import { lockedFinding } from '../finding-standing.server';

/** Deletes a draft that was never sent; what a coordinator has seen stays. */
export const discardFindingDraft = command({
  name: 'knowledge.discard-finding-draft',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, input }) => lockedFinding(tx, input.reference),
  authorise: (actor, finding) => mayEditDraft(actor, finding.standing),
  subject: (finding) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ loaded: finding }) => {
    const { open } = finding;
    if (!open || open.submittedAt)
      return refuse(
        'DraftWasSent',
        'This was sent for review once, so it is kept. Leave it as it is, or send it again.',
      );
    const whole = !finding.standing.everPublished && finding.versions.length === 1;
    return {
      change: { finding, versionId: open.id, whole },
      facts: [
        {
          name: 'FindingDraftWasDiscarded',
          noun: 'finding',
          nounId: finding.id,
          data: { number: open.number },
        },
      ],
    };
  },
  save: async ({ tx }, { finding, versionId, whole }) => {
    await tx.findingAuthor.deleteMany({ where: { versionId } });
    await tx.findingFile.deleteMany({ where: { versionId } });
    await tx.findingVersion.delete({ where: { id: versionId } });
    if (whole) {
      await tx.findingTerm.deleteMany({ where: { findingId: finding.id } });
      await tx.priorityCase.deleteMany({ where: { findingId: finding.id } });
      await tx.finding.delete({ where: { id: finding.id } });
    }
    return { reference: finding.reference, whole };
  },
});
