import { z } from 'zod';
import { hasRole, type Actor } from '../../actor';
import { query } from '../../query.server';
import { readsPublished } from '../finding-policy';
import { sidesOf } from '../interventions/evidence';
import { contradictionsOn, evidenceOn } from '../interventions/evidence-on.server';

/** Does it work? What the findings that the reader may know of say of one intervention. */
export const interventionPage = query({
  name: 'knowledge.intervention-page',
  input: z.strictObject({ slug: z.string().max(100) }),
  visibleTo: (actor: Actor) => actor,
  read: async ({ db, scope: actor, input }) => {
    const term = await db.term.findFirst({
      where: { scheme: 'interventionType', slug: input.slug },
      select: { id: true, reference: true, name: true, definition: true, retiredAt: true },
    });
    if (!term) return null;
    const [rows, contradictions] = await Promise.all([
      evidenceOn(db, actor, { subjectIds: [term.id] }),
      contradictionsOn(db, actor, { subjectIds: [term.id] }),
    ]);
    const { id, ...said } = term;
    return {
      ...said,
      slug: input.slug,
      ...sidesOf(id, rows, contradictions),
      may: { seePeople: readsPublished(actor), record: hasRole(actor, 'coordinator') },
    };
  },
});
export type InterventionView = NonNullable<Awaited<ReturnType<typeof interventionPage.read>>>;
