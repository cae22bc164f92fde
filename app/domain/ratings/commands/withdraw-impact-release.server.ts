import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayReleaseImpact } from '../impact/impact-policy';
import { lockedImpact } from '../impact/impact-record.server';

/** Takes an impact record back inside the network; that it was public stays on record. */
export const withdrawImpactRelease = command({
  name: 'ratings.withdraw-impact-release',
  input: z.strictObject({
    reference: referenceInput,
    reason: textInput('Say why the release is withdrawn', 1000),
  }),
  load: ({ tx, input }) => lockedImpact(tx, input.reference),
  authorise: mayReleaseImpact,
  subject: (record) => ({ noun: 'impactRecord', nounId: record.id }),
  decide: ({ input, loaded, actor }) => {
    if (!loaded.releasedAt || actor.kind !== 'person')
      return refuse('ImpactIsNotReleased', 'The public cannot see this record.', { stale: true });
    const { id, reference, findingId } = loaded;
    return {
      change: { id, reference, withdrawal: { withdrawnById: actor.id, withdrawnReason: input.reason } },
      facts: [{ name: 'ImpactReleaseWasWithdrawn', noun: 'impactRecord', nounId: id, data: { findingId } }],
    };
  },
  save: async ({ tx, now }, { id, reference, withdrawal }) => {
    await tx.release.updateMany({
      where: { noun: 'impactRecord', nounId: id, withdrawnAt: null },
      data: { ...withdrawal, withdrawnAt: now },
    });
    await tx.impactRecord.update({ where: { id }, data: { releasedAt: null } });
    return { reference };
  },
});
