import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { command } from '../../command.server';
import { mayUseFinding } from '../../knowledge/finding-policy';
import { loadFinding } from '../../knowledge/finding-standing.server';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { raterOf } from '../rater.server';
import { ratingFields, valueOf } from '../rating-form';
import { keepRating } from '../rating-record.server';

interface Asked {
  reference: string;
  priority: string;
}

async function loadForRating(tx: Db, actor: Actor, input: Asked) {
  const finding = await loadFinding(tx, input.reference);
  if (!finding || actor.kind !== 'person') return null;
  const priority = await tx.priority.findUnique({
    where: { reference: input.priority },
    select: { id: true, retiredAt: true },
  });
  const version = finding.versions.find(({ number }) => number === finding.currentNumber) ?? null;
  return { finding, version, priority, rater: await raterOf(tx, actor, finding.id) };
}

/** One person says how much a finding matters to one priority, for the first time or again. */
export const rateFinding = command({
  name: 'ratings.rate-finding',
  input: z.strictObject({ reference: referenceInput, ...ratingFields }),
  load: ({ tx, actor, input }) => loadForRating(tx, actor, input),
  authorise: (actor, { finding }) => mayUseFinding(actor, finding.standing),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ input, loaded: { finding, version, priority, rater }, actor, newId }) => {
    if (actor.kind !== 'person' || !version) throw new Error('authorised above');
    if (!priority || priority.retiredAt)
      return refuseField(
        'PriorityIsUnknown',
        'priority',
        'This priority is no longer in use. Choose another',
      );
    if (rater.isUnnamedAuthor)
      return refuse(
        'UnnamedAuthor',
        'You wrote this without being named: a rating by you could give that away.',
      );
    const value = valueOf(input.value);
    if (value !== null && input.reason === '')
      return refuseField('ReasonIsMissing', 'reason', 'Say in a sentence why');
    const { certainty, reason } = input;
    const interestDeclared = input.interest || rater.interest !== null;
    const rating = {
      value,
      certainty,
      reason,
      interestDeclared,
      raterRole: rater.role,
      versionId: version.id,
    };
    const of = { findingId: finding.id, priorityId: priority.id, personId: actor.id };
    return { change: { reference: finding.reference, id: newId(), of, rating }, facts: [] };
  },
  save: async ({ tx, now, newId, record }, { reference, id, of, rating }) => {
    const kept = await keepRating(tx, { id, historyId: newId(), now, of, rating });
    const { value, certainty, interestDeclared } = rating;
    record({
      name: kept.isNew ? 'RatingWasGiven' : 'RatingWasChanged',
      noun: 'rating',
      nounId: kept.id,
      data: { findingId: of.findingId, priorityId: of.priorityId, value, certainty, interestDeclared },
    });
    return { reference, counted: !interestDeclared };
  },
});
