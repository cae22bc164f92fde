import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { notStated } from '../finding';
import { mayReview } from '../finding-policy';
import { lockedFinding } from '../finding-standing.server';
import { closeAppraisalsOfOthers } from '../appraisal/close-appraisals-of-others.server';
import { recordWork } from '../citations/published-work.server';

/** A coordinator lets the network read a version; ratings and the appraisal of the version before stay with it. */
export const publishFinding = command({
  name: 'knowledge.publish-finding',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, input }) => lockedFinding(tx, input.reference),
  authorise: (actor, finding) => mayReview(actor, finding.standing),
  subject: (finding) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ loaded: finding, actor }) => {
    const { open } = finding;
    if (!open || actor.kind !== 'person')
      return refuse('NothingToReview', 'This was already decided.', { stale: true });
    return {
      change: { finding, version: open, by: actor.id },
      facts: [
        { name: 'FindingWasPublished', noun: 'finding', nounId: finding.id, data: { number: open.number } },
      ],
    };
  },
  save: async ({ tx, now }, { finding, version, by }) => {
    const workId = await recordWork(tx, finding.workId, version, now);
    await tx.findingVersion.update({
      where: { id: version.id },
      data: { publishedAt: now, publishedById: by },
    });
    await tx.finding.update({
      where: { id: finding.id },
      data: {
        workId,
        currentNumber: version.number,
        publishedAt: finding.publishedAt ?? now,
        bibliographic: notStated(version).length > 0,
        confidence: null,
        appraisedAt: null,
      },
    });
    await closeAppraisalsOfOthers(tx, version, now);
    return { reference: finding.reference };
  },
});
