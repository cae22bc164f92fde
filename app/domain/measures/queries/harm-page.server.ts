import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { byThreat } from '../harm/harm-figure';
import { loadHarm } from '../harm/harm-figures.server';
import { mayKeepHarm, readsAllHarm } from '../harm/harm-policy';

/** What each threat does to people, the threat areas beside other threats to national security. */
export const harmPage = query({
  name: 'measures.harm',
  input: z.strictObject({}),
  visibleTo: (actor) => actor,
  read: async ({ db, scope: actor }) => {
    const areas = await db.term.findMany({
      where: { scheme: 'threatArea', retiredAt: null, parentId: null },
      select: { slug: true, name: true },
      orderBy: { position: 'asc' },
    });
    const figures = await loadHarm(db, actor, null);
    const inside = readsAllHarm(actor);
    const rows = byThreat(areas, figures);
    return {
      // Whose harm nobody has released is nobody's to read outside.
      rows: inside ? rows : rows.filter((row) => row.figures.length > 0),
      inside,
      may: { keep: isAllowed(mayKeepHarm(actor)) },
    };
  },
});

/** One figure, to correct it. */
export const harmFigure = query({
  name: 'measures.harm-figure',
  input: z.strictObject({ reference: z.string().max(20) }),
  visibleTo: (actor) => isAllowed(mayKeepHarm(actor)),
  read: async ({ db, scope, input }) => {
    const reference = input.reference.replace('-', '').toUpperCase();
    const row = scope
      ? await db.harmFigure.findUnique({
          where: { reference },
          include: { term: { select: { slug: true, name: true } }, supersededBy: { select: { id: true } } },
        })
      : null;
    return row && { ...row, open: row.supersededBy === null };
  },
});
