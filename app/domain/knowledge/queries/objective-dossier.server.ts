import { z } from 'zod';
import { hasRole, type Actor } from '../../actor';
import { optionalDayInput } from '../../form-inputs';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { knownUntil } from '../../taxonomy/known-until.server';
import { ukDay } from '../../uk-time';
import { readsPublished } from '../finding-policy';
import { sidesOf } from '../interventions/evidence';
import { contradictionsOn, evidenceOn } from '../interventions/evidence-on.server';

/** The evidence for and against the approach that one item of a framework takes, or as it was known on a day. */
export const objectiveDossier = query({
  name: 'knowledge.objective-dossier',
  input: z.strictObject({ reference: referenceInput, on: optionalDayInput() }),
  visibleTo: (actor: Actor) => actor,
  read: async ({ db, scope: actor, input, now }) => {
    const item = await db.frameworkItem.findUnique({
      where: { reference: input.reference },
      select: {
        id: true,
        reference: true,
        name: true,
        framework: { select: { slug: true, document: true, createdAt: true } },
      },
    });
    if (!item) return null;
    const day = input.on ?? ukDay(now);
    const until = input.on && (await knownUntil(db, day));
    const reading = { subjectIds: [item.id], until };
    const [rows, contradictions] = await Promise.all([
      evidenceOn(db, actor, reading),
      contradictionsOn(db, actor, reading),
    ]);
    const { id, framework, ...said } = item;
    return {
      ...said,
      ...{ day, asked: until !== undefined, framework },
      enteredSince: until !== undefined && framework.createdAt >= until,
      ...sidesOf(id, rows, contradictions),
      may: { seePeople: readsPublished(actor), record: !until && hasRole(actor, 'coordinator') },
    };
  },
});
