import { z } from 'zod';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { mayDecideMerge } from '../same-person/merge-policy';
import { mergeRows } from '../same-person/merge-rows.server';
import { accountSelect, standAgainst, whyNotMerged } from '../same-person/two-accounts.server';

/** Makes one account of two, or says why not. */
export const decidePersonMerge = command({
  name: 'curation.decide-person-merge',
  input: z.strictObject({
    reference: referenceInput,
    decision: z.enum(['accept', 'decline'], { error: 'Choose one' }),
    reason: optionalTextInput(1000, 'Reason'),
  }),
  load: async ({ tx, input }) => {
    await tx.$queryRaw`SELECT m.id FROM person_merge m JOIN person p ON p.id IN (m.kept_id, m.merged_id)
      WHERE m.reference = ${input.reference} ORDER BY p.id FOR UPDATE`;
    const merge = await tx.personMerge.findUnique({
      where: { reference: input.reference },
      include: { kept: { select: accountSelect }, merged: { select: accountSelect } },
    });
    return merge && { merge, against: await standAgainst(tx, merge.keptId, merge.mergedId) };
  },
  authorise: (actor, { merge }) => mayDecideMerge(actor, merge),
  subject: ({ merge }) => ({ noun: 'person', nounId: merge.keptId }),
  decide: ({ input: { decision, reason }, loaded: { merge, against }, actor }) => {
    if (actor.kind !== 'person') throw new Error('authorised above');
    if (merge.decidedAt) return refuse('MergeIsDecided', 'This was decided already.', { stale: true });
    if (decision === 'decline' && reason === '')
      return refuseField('ReasonIsMissing', 'reason', 'Say why they are two people');
    const why = decision === 'accept' ? whyNotMerged(merge.kept, merge.merged, against) : null;
    if (why) return why;
    const { id, reference, keptId, mergedId } = merge;
    const isAccepted = decision === 'accept';
    const name = isAccepted ? 'PersonsWereMerged' : 'PersonMergeWasDeclined';
    return {
      change: { id, reference, keptId, mergedId, isAccepted, reason, by: actor.id },
      facts: [keptId, ...(isAccepted ? [mergedId] : [])].map((nounId) => ({
        ...{ name, noun: 'person' as const, nounId, data: { mergeId: id, keptId, mergedId } },
      })),
    };
  },
  save: async ({ tx, now }, { id, reference, keptId, mergedId, isAccepted, reason, by }) => {
    await tx.personMerge.update({
      where: { id },
      data: { decidedAt: now, decidedById: by, accepted: isAccepted, decisionReason: reason || null },
    });
    if (isAccepted) await mergeRows(tx, { keptId, mergedId, now });
    return { reference, isAccepted };
  },
});
