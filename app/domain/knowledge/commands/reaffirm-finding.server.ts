import { z } from 'zod';
import { command } from '../../command.server';
import { dayInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { mayReaffirm } from '../finding-policy';
import { lockedFinding } from '../finding-standing.server';

/** A coordinator has looked again: the finding still stands, until the next look. */
export const reaffirmFinding = command({
  name: 'knowledge.reaffirm-finding',
  input: z.strictObject({ reference: referenceInput, reviewBy: dayInput('Enter when to look at it again') }),
  load: ({ tx, input }) => lockedFinding(tx, input.reference),
  authorise: (actor, finding) => mayReaffirm(actor, finding.standing),
  subject: (finding) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ input, loaded: finding, now }) => {
    if (finding.standing.state !== 'published')
      return refuse('FindingIsNotCurrent', 'Only a published finding can be reaffirmed.', { stale: true });
    if (input.reviewBy <= now) return refuseField('DayHasPassed', 'reviewBy', 'Enter a day in the future');
    return {
      change: { finding, reviewBy: input.reviewBy },
      facts: [
        {
          name: 'FindingWasReaffirmed',
          noun: 'finding',
          nounId: finding.id,
          data: { reviewBy: input.reviewBy.toISOString().slice(0, 10) },
        },
      ],
    };
  },
  save: async ({ tx, now }, { finding, reviewBy }) => {
    await tx.finding.update({ where: { id: finding.id }, data: { reaffirmedAt: now, reviewBy } });
    return { reference: finding.reference };
  },
});
