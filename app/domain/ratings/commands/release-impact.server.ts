import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayReleaseImpact } from '../impact/impact-policy';
import { lockedImpact } from '../impact/impact-record.server';

/** A coordinator lets the public see what a finding changed; the finding itself must be public first. */
export const releaseImpact = command({
  name: 'ratings.release-impact',
  input: z.strictObject({
    reference: referenceInput,
    reason: textInput('Say why the public may see this', 1000),
  }),
  load: ({ tx, input }) => lockedImpact(tx, input.reference),
  authorise: mayReleaseImpact,
  subject: (record) => ({ noun: 'impactRecord', nounId: record.id }),
  decide: ({ input, loaded, actor, newId }) => {
    if (loaded.releasedAt || actor.kind !== 'person')
      return refuse('ImpactIsReleased', 'The public can see this record already.', { stale: true });
    if (!loaded.finding.releasedAt)
      return refuse('FindingIsNotReleased', 'Release the finding first: this record leads to it.');
    return {
      change: {
        id: loaded.id,
        reference: loaded.reference,
        release: { id: newId(), releasedById: actor.id, reason: input.reason },
      },
      facts: [
        {
          name: 'ImpactWasReleased',
          noun: 'impactRecord',
          nounId: loaded.id,
          data: { findingId: loaded.findingId },
        },
      ],
    };
  },
  save: async ({ tx, now }, { id, reference, release }) => {
    await tx.release.create({ data: { ...release, noun: 'impactRecord', nounId: id, releasedAt: now } });
    await tx.impactRecord.update({ where: { id }, data: { releasedAt: now } });
    return { reference };
  },
});
