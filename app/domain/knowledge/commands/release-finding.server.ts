import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { reasonInput } from '../finding-form';
import { mayRelease } from '../finding-policy';
import { lockedFinding } from '../finding-standing.server';

/** A named coordinator lets the public see a finding, and says why. */
export const releaseFinding = command({
  name: 'knowledge.release-finding',
  input: z.strictObject({
    reference: referenceInput,
    reason: reasonInput('Say why the public may see this'),
  }),
  load: ({ tx, input }) => lockedFinding(tx, input.reference),
  authorise: (actor, finding) => mayRelease(actor, finding.standing),
  subject: (finding) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ input, loaded: finding, actor, newId }) => {
    if (finding.releasedAt || actor.kind !== 'person')
      return refuse('FindingIsReleased', 'The public can see this finding already.', { stale: true });
    if (finding.marking !== 'OFFICIAL')
      return refuse('MarkingForbidsRelease', 'Only what is marked OFFICIAL can be released.');
    return {
      change: { finding, release: { id: newId(), releasedById: actor.id, reason: input.reason } },
      facts: [
        {
          name: 'FindingWasReleased',
          noun: 'finding',
          nounId: finding.id,
          data: { number: finding.currentNumber },
        },
      ],
    };
  },
  save: async ({ tx, now }, { finding, release }) => {
    await tx.release.create({ data: { ...release, noun: 'finding', nounId: finding.id, releasedAt: now } });
    await tx.finding.update({ where: { id: finding.id }, data: { releasedAt: now } });
    return { reference: finding.reference };
  },
});
