import { z } from 'zod';
import { hasRole, isMember, type Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayReorganise } from '../reorganisation-policy';
import type { ReorganisationKind } from '../reorganisation';

interface Step {
  reference: string;
  kind: ReorganisationKind;
  on: Date;
  formerName: string | null;
  newName: string | null;
  completed: boolean;
  confirmed: boolean;
  ending: { reference: string; name: string; itself: boolean }[];
  following: { reference: string; name: string; itself: boolean }[];
  accepted: number;
  waiting: number;
  mayOpen: boolean;
}

/** What an organisation was called, what it came from and what came of it, for every member; what is only proposed for those who decide. */
export const organisationLine = query({
  name: 'succession.organisation-line',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor: Actor) => isMember(actor),
  read: async ({ db, actor, scope, input }) => {
    if (!scope || actor.kind !== 'person') return null;
    const inside = (['coordinator', 'administrator', 'auditor'] as const).some((role) =>
      hasRole(actor, role),
    );
    const own = actor.teams.map(({ organisationId }) => organisationId);
    const steps = await db.$queryRaw<Step[]>`
      SELECT r.reference, r.kind::text AS kind, r.effective_on AS "on", r.former_name AS "formerName",
        r.new_name AS "newName", r.completed_at IS NOT NULL AS completed, r.confirmed_at IS NOT NULL AS confirmed,
        (SELECT jsonb_agg(jsonb_build_object('reference', x.reference, 'name', x.name, 'itself', x.id = o.id)
            ORDER BY lower(x.name), x.id) FROM reorganisation_part y JOIN organisation x ON x.id = y.organisation_id
          WHERE y.reorganisation_id = r.id AND y.side = 'predecessor') AS ending,
        coalesce((SELECT jsonb_agg(jsonb_build_object('reference', x.reference, 'name', x.name, 'itself', x.id = o.id)
            ORDER BY lower(x.name), x.id) FROM reorganisation_part y JOIN organisation x ON x.id = y.organisation_id
          WHERE y.reorganisation_id = r.id AND y.side = 'successor'), '[]') AS following,
        (SELECT count(*)::int FROM handover h WHERE h.reorganisation_id = r.id AND h.answer = 'accepted'
          AND NOT h.followed AND o.id IN (h.from_id, h.to_id)) AS accepted,
        (SELECT count(*)::int FROM handover h WHERE h.reorganisation_id = r.id AND h.answer IS NULL
          AND o.id IN (h.from_id, h.to_id)) AS waiting,
        (${inside} OR EXISTS (SELECT FROM reorganisation_part y WHERE y.reorganisation_id = r.id
          AND (y.person_id = ${actor.id}::uuid OR y.organisation_id = ANY(${own}::uuid[])))) AS "mayOpen"
      FROM organisation o JOIN reorganisation_part p ON p.organisation_id = o.id
      JOIN reorganisation r ON r.id = p.reorganisation_id AND r.withdrawn_at IS NULL
      WHERE o.reference = ${input.reference} AND (r.confirmed_at IS NOT NULL OR ${inside})
      ORDER BY r.effective_on, r.proposed_at, r.id`;
    return { steps, may: { reorganise: isAllowed(mayReorganise(actor)) } };
  },
});
