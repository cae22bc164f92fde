import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { reasonInput } from '../finding-form';
import { mayRetract } from '../finding-policy';
import { lockedFinding } from '../finding-standing.server';

/** Soundings no longer stands by a finding: a tombstone with its reason stays at the address. */
export const retractFinding = command({
  name: 'knowledge.retract-finding',
  input: z.strictObject({ reference: referenceInput, reason: reasonInput('Say why it is retracted') }),
  load: ({ tx, input }) => lockedFinding(tx, input.reference),
  authorise: (actor, finding) => mayRetract(actor, finding.standing),
  subject: (finding) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ input, loaded: finding }) => {
    if (finding.retractedAt)
      return refuse('FindingIsRetracted', 'This finding is retracted already.', { stale: true });
    return {
      change: { finding, reason: input.reason },
      facts: [
        {
          name: 'FindingWasRetracted',
          noun: 'finding',
          nounId: finding.id,
          data: { number: finding.currentNumber },
        },
      ],
    };
  },
  save: async ({ tx, now }, { finding, reason }) => {
    await tx.finding.update({
      where: { id: finding.id },
      data: { retractedAt: now, retractedReason: reason },
    });
    return { reference: finding.reference };
  },
});
