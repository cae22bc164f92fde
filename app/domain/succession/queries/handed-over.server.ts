import { z } from 'zod';
import { isMember, type Actor } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { HELD_KIND_NAMES, type HeldKind } from '../holding';

export interface HandedOver {
  kind: HeldKind;
  from: { reference: string; name: string };
  to: { reference: string; name: string };
  /** When it was accepted; null while it waits, with whoever holds it. */
  on: Date | null;
  holder: string | null;
}

/** Through whose hands the thing of a page went, or is to go: for members, by the address of the page. */
export const handedOver = query({
  name: 'succession.handed-over',
  input: z.strictObject({
    paths: z.array(z.string()).max(10),
    only: z.array(z.enum(HELD_KIND_NAMES)).optional(),
    /** What went over with the team that asks this question. */
    question: referenceInput.optional(),
  }),
  visibleTo: (actor: Actor) => isMember(actor),
  read: async ({ db, scope, input: { paths, only, question } }) => {
    if (!scope) return [];
    return db.$queryRaw<HandedOver[]>`
      SELECT DISTINCT ON (h.kind, h.from_id, h.to_id) h.kind, h.answered_at AS "on",
        jsonb_build_object('reference', f.reference, 'name', f.name) AS "from",
        jsonb_build_object('reference', t.reference, 'name', t.name) AS "to",
        CASE WHEN h.answer IS NULL THEN (SELECT p.name FROM reorganisation_part x JOIN person p ON p.id = x.person_id
          WHERE x.reorganisation_id = h.reorganisation_id AND x.organisation_id = h.from_id) END AS holder
      FROM handover h JOIN organisation f ON f.id = h.from_id JOIN organisation t ON t.id = h.to_id
      JOIN reorganisation r ON r.id = h.reorganisation_id
      WHERE (h.path = ANY(${paths}::text[]) OR h.path = (SELECT '/teams/' || soundings.shown_reference(m.reference)
          FROM question q JOIN team m ON m.id = q.team_id WHERE q.reference = ${question ?? null})) AND NOT h.followed
        AND (${only ?? null}::text[] IS NULL OR h.kind = ANY(${only ?? []}::text[]))
        AND (h.answer = 'accepted' OR (h.answer IS NULL AND r.confirmed_at IS NOT NULL AND r.withdrawn_at IS NULL
          AND r.completed_at IS NULL))
      ORDER BY h.kind, h.from_id, h.to_id, h.answered_at DESC NULLS LAST, h.id`;
  },
});
