import { z } from 'zod';
import { command } from '../../command.server';
import { mayUseFinding } from '../../knowledge/finding-policy';
import { loadFinding } from '../../knowledge/finding-standing.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { raterOf } from '../rater.server';
import { keepRating } from '../rating-record.server';

/** A person says that an old rating of theirs holds for the finding as it is now. */
export const reaffirmRating = command({
  name: 'ratings.reaffirm-rating',
  input: z.strictObject({ reference: referenceInput, priority: referenceInput }),
  load: async ({ tx, actor, input }) => {
    const finding = await loadFinding(tx, input.reference);
    if (!finding || actor.kind !== 'person') return null;
    const rating = await tx.rating.findFirst({
      where: { findingId: finding.id, personId: actor.id, priority: { reference: input.priority } },
    });
    const version = finding.versions.find(({ number }) => number === finding.currentNumber) ?? null;
    return { finding, rating, version, rater: await raterOf(tx, actor, finding.id) };
  },
  authorise: (actor, { finding }) => mayUseFinding(actor, finding.standing),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ loaded: { finding, rating, version, rater } }) => {
    if (!rating || !version)
      return refuse('NoRatingToReaffirm', 'You have not rated this finding for that priority.');
    const { findingId, priorityId, personId, value, certainty, reason } = rating;
    const interestDeclared = rating.interestDeclared || rater.interest !== null;
    const said = { value, certainty, reason, interestDeclared, raterRole: rater.role, versionId: version.id };
    return {
      change: { reference: finding.reference, of: { findingId, priorityId, personId }, said, id: rating.id },
      facts: [
        {
          name: 'RatingWasReaffirmed',
          noun: 'rating',
          nounId: rating.id,
          data: { findingId, priorityId, number: version.number },
        },
      ],
    };
  },
  save: async ({ tx, now, newId }, { reference, of, said, id }) => {
    await keepRating(tx, { id, historyId: newId(), now, of, rating: said });
    return { reference };
  },
});
