import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { reasonInput } from '../finding-form';
import { mayRelease } from '../finding-policy';
import { lockedFinding } from '../finding-standing.server';

/** Takes a finding back inside the network; that it was public stays on record. */
export const withdrawFindingRelease = command({
  name: 'knowledge.withdraw-finding-release',
  input: z.strictObject({
    reference: referenceInput,
    reason: reasonInput('Say why the release is withdrawn'),
  }),
  load: ({ tx, input }) => lockedFinding(tx, input.reference),
  authorise: (actor, finding) => mayRelease(actor, finding.standing),
  subject: (finding) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ input, loaded: finding, actor }) => {
    if (!finding.releasedAt || actor.kind !== 'person')
      return refuse('FindingIsNotReleased', 'The public cannot see this finding.', { stale: true });
    return {
      change: { finding, withdrawal: { withdrawnById: actor.id, withdrawnReason: input.reason } },
      facts: [{ name: 'FindingReleaseWasWithdrawn', noun: 'finding', nounId: finding.id }],
    };
  },
  save: async ({ tx, now }, { finding, withdrawal }) => {
    await tx.release.updateMany({
      where: { noun: 'finding', nounId: finding.id, withdrawnAt: null },
      data: { ...withdrawal, withdrawnAt: now },
    });
    await tx.finding.update({ where: { id: finding.id }, data: { releasedAt: null } });
    return { reference: finding.reference };
  },
});
