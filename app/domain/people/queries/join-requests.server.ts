import { z } from 'zod';
import type { Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { mayDecideJoinRequests } from '../person-policy';

export interface JoinRequestRow {
  reference: string;
  name: string;
  organisation: string;
  requestedAt: Date;
}

/** The undecided ones, oldest first, 25 a page. */
export const joinRequests = query({
  name: 'people.join-requests',
  input: z.strictObject({ after: z.string().max(12).optional() }),
  visibleTo: (actor: Actor) => isAllowed(mayDecideJoinRequests(actor)),
  read: async ({ db, scope, input: { after } }) => {
    if (!scope) return null;
    const rows = await db.$queryRaw<JoinRequestRow[]>`
      SELECT r.reference, p.name, COALESCE(o.name, r.organisation_name) AS organisation, r.requested_at AS "requestedAt"
      FROM join_request r JOIN person p ON p.id = r.person_id LEFT JOIN organisation o ON o.id = r.organisation_id
      WHERE r.decided_at IS NULL AND p.suspended_at IS NULL
        AND (${after ?? null}::text IS NULL OR (r.requested_at, r.id) >
             (SELECT l.requested_at, l.id FROM join_request l WHERE l.reference = ${after ?? null}))
      ORDER BY r.requested_at, r.id LIMIT 26`;
    const page = rows.slice(0, 25);
    return { rows: page, next: rows.length > page.length ? (page.at(-1)?.reference ?? null) : null };
  },
});
