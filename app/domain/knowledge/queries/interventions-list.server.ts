import { z } from 'zod';
import type { Actor } from '../../actor';
import { query } from '../../query.server';
import { sidesOf } from '../interventions/evidence';
import { contradictionsOn, evidenceOn } from '../interventions/evidence-on.server';

/** Every intervention in use, with what can be said of it from what the reader may know of. */
export const interventionsList = query({
  name: 'knowledge.interventions-list',
  input: z.strictObject({}),
  visibleTo: (actor: Actor) => actor,
  read: async ({ db, scope: actor }) => {
    const terms = await db.term.findMany({
      where: { scheme: 'interventionType', retiredAt: null },
      select: { id: true, slug: true, name: true, definition: true },
      orderBy: { name: 'asc' },
    });
    const ids = terms.map(({ id }) => id);
    const [rows, contradictions] = await Promise.all([
      evidenceOn(db, actor, { subjectIds: ids }),
      contradictionsOn(db, actor, { subjectIds: ids }),
    ]);
    return terms.map(({ id, ...said }) => {
      const { judged, supporting, against, otherwise } = sidesOf(id, rows, contradictions);
      return {
        ...said,
        ...judged,
        supporting: supporting.length,
        against: against.length,
        otherwise: otherwise.length,
      };
    });
  },
});
