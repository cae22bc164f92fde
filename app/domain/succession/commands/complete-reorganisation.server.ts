import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { letFollow } from '../following-bids.server';
import { KIND_WORDS } from '../reorganisation';
import { mayComplete } from '../reorganisation-policy';
import { factsOfAll, heldCounts, idsOn, lockedReorganisation, sideOf } from '../reorganisation-rows.server';
import { addVersion } from '../rename.server';

/** Closes what ends, once nothing is left with it. The database refuses it before. */
export const completeReorganisation = command({
  name: 'succession.complete-reorganisation',
  input: z.strictObject({ reorganisation: referenceInput }),
  load: async ({ tx, input }) => {
    const reorganisation = await lockedReorganisation(tx, input.reorganisation);
    if (!reorganisation) return null;
    const held = await heldCounts(tx, idsOn(reorganisation, 'predecessor'));
    return { reorganisation, left: held.reduce((sum, { count }) => sum + count, 0) };
  },
  authorise: (actor, { reorganisation }) => mayComplete(actor, reorganisation),
  decide: ({ loaded: { reorganisation, left }, actor }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (left > 0)
      return refuse(
        'OrganisationHoldsItems',
        left === 1
          ? 'One thing is still held that nobody has accepted.'
          : `${left} things are still held that nobody has accepted.`,
      );
    return {
      change: { reorganisation, byId: actor.id },
      facts: factsOfAll(reorganisation, 'ReorganisationWasCompleted'),
    };
  },
  save: async ({ tx, now }, { reorganisation, byId }) => {
    const { id, reference, kind } = reorganisation;
    const heirs = sideOf(reorganisation, 'successor').map(({ organisation }) => organisation.name);
    const ending = idsOn(reorganisation, 'predecessor');
    await tx.handover.updateMany({
      where: { reorganisationId: id, answer: null },
      data: { answer: 'withdrawn', answeredById: byId, answeredAt: now },
    });
    await letFollow(tx, reorganisation, { now, byId });
    for (const organisationId of ending)
      await addVersion(tx, organisationId, `${KIND_WORDS[kind].ended}. Followed by ${heirs.join(', ')}`, {
        now,
        byId,
      });
    await tx.organisation.updateMany({
      where: { id: { in: ending } },
      data: { closedAt: now, revision: { increment: 1 } },
    });
    await tx.reorganisation.update({ where: { id }, data: { completedAt: now, completedById: byId } });
    return { reference };
  },
});
