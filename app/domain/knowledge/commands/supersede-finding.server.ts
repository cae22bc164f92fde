import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { mayRetract, maySeeFinding } from '../finding-policy';
import { loadFinding, lockedFinding } from '../finding-standing.server';

/** Points readers of a finding to the one that took its place. */
export const supersedeFinding = command({
  name: 'knowledge.supersede-finding',
  input: z.strictObject({ reference: referenceInput, by: referenceInput }),
  load: async ({ tx, input }) => {
    const finding = await lockedFinding(tx, input.reference);
    return finding && { finding, successor: await loadFinding(tx, input.by) };
  },
  authorise: (actor, { finding }) => mayRetract(actor, finding.standing),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ loaded: { finding, successor }, actor }) => {
    if (finding.standing.state !== 'published')
      return refuse('FindingIsNotCurrent', 'Only a published finding can be superseded.', { stale: true });
    const seen = successor && maySeeFinding(actor, successor.standing).kind === 'allow';
    if (!seen || successor.standing.state !== 'published' || successor.id === finding.id)
      return refuseField('SuccessorIsUnfit', 'by', 'Enter the reference of another published finding');
    return {
      change: { finding, successorId: successor.id },
      facts: [
        { name: 'FindingWasSuperseded', noun: 'finding', nounId: finding.id, data: { byId: successor.id } },
      ],
    };
  },
  save: async ({ tx, now }, { finding, successorId }) => {
    await tx.finding.update({
      where: { id: finding.id },
      data: { supersededAt: now, supersededById: successorId },
    });
    return { reference: finding.reference };
  },
});
