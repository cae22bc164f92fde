import { z } from 'zod';
import { command } from '../../command.server';
import { mayChangeOwnAccount } from '../../people/person-policy';
import { MOST_WORKS, newOffers, offeredWork } from '../own-works/offered-work';

/** Keeps works that a source says are the actor's, for them to choose from. */
export const offerOwnWorks = command({
  name: 'knowledge.offer-own-works',
  input: z.strictObject({ source: z.enum(['orcid']), works: z.array(offeredWork).max(MOST_WORKS) }),
  load: async ({ tx, actor }) => {
    if (actor.kind !== 'person') return null;
    await tx.$queryRaw`SELECT id FROM person WHERE id = ${actor.id}::uuid FOR UPDATE`;
    const known = await tx.expertWork.findMany({
      where: { personId: actor.id },
      select: { source: true, sourceId: true, doi: true, title: true, year: true },
    });
    return { personId: actor.id, known };
  },
  authorise: (actor) => mayChangeOwnAccount(actor),
  decide: ({ input: { source, works }, loaded: { personId, known }, newId }) => {
    const ids = new Set(known.filter((one) => one.source === source).map(({ sourceId }) => sourceId));
    const fresh = newOffers(
      works.filter(({ sourceId }) => !ids.has(sourceId)),
      known,
    );
    const rows = fresh.map((work) => ({ ...work, id: newId(), personId, source }));
    return {
      change: rows,
      facts: [
        {
          name: 'OwnWorksWereOffered',
          noun: 'person',
          nounId: personId,
          data: { source, count: rows.length },
        },
      ],
    };
  },
  save: async ({ tx, now }, rows) => {
    await tx.expertWork.createMany({ data: rows.map((row) => ({ ...row, offeredAt: now })) });
    return { count: rows.length };
  },
});
