import { z } from 'zod';
import type { Actor } from '../../actor';
import { takesPart } from '../../knowledge/finding-policy';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';

export interface OutlierNote {
  finding: { reference: string; title: string };
  priority: { reference: string; name: string };
  value: number;
  reason: string;
  note: string | null;
}

/** A person's own rating that stands apart from the others, with what they said of it. Nobody else's. */
export const outlierNote = query({
  name: 'ratings.outlier-note',
  input: z.strictObject({ reference: referenceInput, priority: referenceInput }),
  visibleTo: (actor: Actor) => ({
    finding: findingsVisibleSql(actor),
    raterId: takesPart(actor) ? actor.id : null,
  }),
  read: async ({ db, scope, input }) => {
    if (!scope.raterId) return null;
    const [row] = await db.$queryRaw<OutlierNote[]>`
      SELECT jsonb_build_object('reference', f.reference, 'title', v.title) AS finding,
        jsonb_build_object('reference', p.reference, 'name', p.name) AS priority, o.value, r.reason, o.note
      FROM finding f JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
        JOIN rating r ON r.finding_id = f.id AND r.person_id = ${scope.raterId}::uuid
        JOIN rating_outlier o ON o.rating_id = r.id
        JOIN priority p ON p.id = r.priority_id AND p.reference = ${input.priority}
      WHERE f.reference = ${input.reference} AND ${scope.finding}`;
    return row ?? null;
  },
});
