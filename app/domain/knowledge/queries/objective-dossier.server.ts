import { z } from 'zod';
import { hasRole, type Actor } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { readsPublished } from '../finding-policy';
import { sidesOf } from '../interventions/evidence';
import { contradictionsOn, evidenceOn } from '../interventions/evidence-on.server';

/** The evidence for and against the approach that one item of a framework takes. */
export const objectiveDossier = query({
  name: 'knowledge.objective-dossier',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor: Actor) => actor,
  read: async ({ db, scope: actor, input }) => {
    const item = await db.frameworkItem.findUnique({
      where: { reference: input.reference },
      select: {
        id: true,
        reference: true,
        name: true,
        framework: { select: { slug: true, document: true } },
      },
    });
    if (!item) return null;
    const [rows, contradictions] = await Promise.all([
      evidenceOn(db, actor, [item.id]),
      contradictionsOn(db, actor, [item.id]),
    ]);
    const { id, ...said } = item;
    return {
      ...said,
      ...sidesOf(id, rows, contradictions),
      may: { seePeople: readsPublished(actor), record: hasRole(actor, 'coordinator') },
    };
  },
});
