import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { mayUseFinding } from '../../knowledge/finding-policy';
import { loadFinding } from '../../knowledge/finding-standing.server';
import { referenceInput } from '../../reference-input';

/** Somebody whose rating stands far from the others says why; they may put it better later. */
export const explainRating = command({
  name: 'ratings.explain-rating',
  input: z.strictObject({
    reference: referenceInput,
    priority: referenceInput,
    note: textInput('Say why you see it differently', 1000, 'Why'),
  }),
  load: async ({ tx, actor, input }) => {
    const finding = await loadFinding(tx, input.reference);
    if (!finding || actor.kind !== 'person') return null;
    const rating = await tx.rating.findFirst({
      where: { findingId: finding.id, personId: actor.id, priority: { reference: input.priority } },
      select: { id: true, outlier: true },
    });
    return rating?.outlier ? { finding, ratingId: rating.id } : null;
  },
  authorise: (actor, { finding }) => mayUseFinding(actor, finding.standing),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ input, loaded: { finding, ratingId } }) => ({
    change: { reference: finding.reference, ratingId, note: input.note },
    facts: [{ name: 'OutlierHasExplained', noun: 'rating', nounId: ratingId }],
  }),
  save: async ({ tx, now }, { reference, ratingId, note }) => {
    await tx.ratingOutlier.update({ where: { ratingId }, data: { note, notedAt: now } });
    return { reference };
  },
});
