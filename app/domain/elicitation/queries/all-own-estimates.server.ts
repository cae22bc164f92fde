import { z } from 'zod';
import type { Actor } from '../../actor';
import { query } from '../../query.server';
import { ownEstimates } from '../sealed-estimates.server';

/** Everything that somebody ever estimated, sealed or not: what is asked for on subject access. */
export const allOwnEstimates = query({
  name: 'elicitation.all-own-estimates',
  input: z.strictObject({}),
  visibleTo: (actor: Actor) => (actor.kind === 'person' ? { personId: actor.id } : null),
  read: async ({ db, scope }) => {
    if (scope === null) return null;
    const asked = await db.elicitation.findMany({
      where: { OR: [{ experts: { some: scope } }, { comments: { some: scope } }] },
      orderBy: { openedAt: 'asc' },
      select: {
        ...{ id: true, reference: true, title: true, wrappedKey: true, keyId: true },
        experts: { where: scope, select: { invitedAt: true, leftAt: true } },
        quantities: { select: { position: true, asks: true, unit: true }, orderBy: { position: 'asc' } },
        estimates: { where: scope, select: { round: true, givenAt: true }, orderBy: { round: 'asc' } },
        comments: { where: scope, select: { text: true, saidAt: true }, orderBy: { saidAt: 'asc' } },
      },
    });
    const told = [];
    for (const { id, wrappedKey, keyId, estimates, experts, ...one } of asked) {
      const given = await ownEstimates(db, { id, wrappedKey, keyId }, scope.personId);
      const rounds = estimates.map(({ round, givenAt }) => ({
        round,
        givenAt,
        values: given[round as 1 | 2],
      }));
      told.push({ ...one, ...experts[0], rounds });
    }
    return told;
  },
});
