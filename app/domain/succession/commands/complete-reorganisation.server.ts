import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { letFollow } from '../following-bids.server';
import { goesOn, KIND_WORDS } from '../reorganisation';
import { mayComplete } from '../reorganisation-policy';
import {
  factsOfAll,
  heldCounts,
  idsOn,
  lockedReorganisation,
  sideOf,
  type StoredReorganisation,
} from '../reorganisation-rows.server';
import { addVersion, type Turn } from '../rename.server';

/** Closes what ends, once nothing is left with it: the database refuses it before. What goes on keeps what is left. */
export const completeReorganisation = command({
  name: 'succession.complete-reorganisation',
  input: z.strictObject({ reorganisation: referenceInput }),
  load: async ({ tx, input }) => {
    const reorganisation = await lockedReorganisation(tx, input.reorganisation);
    if (!reorganisation) return null;
    const where = { reorganisationId: reorganisation.id, answer: null };
    const waiting = await tx.handover.count({ where });
    const held = await heldCounts(tx, idsOn(reorganisation, 'predecessor'));
    return { reorganisation, waiting, left: held.reduce((sum, { count }) => sum + count, 0) };
  },
  authorise: (actor, { reorganisation }) => mayComplete(actor, reorganisation),
  decide: ({ loaded: { reorganisation, waiting, left }, actor }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    const stays = goesOn(reorganisation.kind);
    if (stays && waiting > 0)
      return refuse(
        'HandoversWait',
        waiting === 1
          ? 'One thing waits for an answer still.'
          : `${waiting} things wait for an answer still.`,
      );
    if (!stays && left > 0)
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
    const turn = { now, byId };
    if (goesOn(kind))
      for (const organisationId of idsOn(reorganisation, 'predecessor'))
        await addVersion(tx, organisationId, `${heirs.join(', ')} split off`, turn);
    else
      await closeEnding(
        tx,
        reorganisation,
        `${KIND_WORDS[kind].ended}. Followed by ${heirs.join(', ')}`,
        turn,
      );
    await tx.reorganisation.update({ where: { id }, data: { completedAt: now, completedById: byId } });
    return { reference };
  },
});

async function closeEnding(tx: Db, reorganisation: StoredReorganisation, note: string, turn: Turn) {
  const ending = idsOn(reorganisation, 'predecessor');
  await tx.handover.updateMany({
    where: { reorganisationId: reorganisation.id, answer: null },
    data: { answer: 'withdrawn', answeredById: turn.byId, answeredAt: turn.now },
  });
  await letFollow(tx, reorganisation, turn);
  for (const organisationId of ending) await addVersion(tx, organisationId, note, turn);
  await tx.organisation.updateMany({
    where: { id: { in: ending } },
    data: { closedAt: turn.now, revision: { increment: 1 } },
  });
}
