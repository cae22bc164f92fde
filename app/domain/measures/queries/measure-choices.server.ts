import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { mayDefineMeasure } from '../measure-policy';

export interface Choice {
  value: string;
  text: string;
}

const MOST = 1000;

/** What a measure can be about and who can own it, for the form. */
export const measureChoices = query({
  name: 'measures.choices',
  input: z.strictObject({}),
  visibleTo: (actor) => isAllowed(mayDefineMeasure(actor)),
  read: async ({ db, scope, now }) => {
    if (!scope) return null;
    const about = await db.$queryRaw<Choice[]>`
      SELECT value, text FROM (
        SELECT 1 AS part, s.starts_on AS day, p.position, 'priority:' || p.reference AS value,
          'Priority: ' || p.name || ' (' || s.document || ')' AS text
        FROM priority p JOIN priority_set s ON s.id = p.priority_set_id
        WHERE p.retired_at IS NULL AND s.starts_on <= ${now}::date AND (s.ends_on IS NULL OR s.ends_on >= ${now}::date)
        UNION ALL SELECT 2, NULL, t.position, 'area:' || t.slug, 'Threat area: ' || t.name
        FROM term t WHERE t.scheme = 'threatArea' AND t.retired_at IS NULL
        UNION ALL SELECT 3, f.starts_on, i.position, 'objective:' || i.reference,
          'Objective: ' || i.name || ' (' || f.document || ')'
        FROM framework_item i JOIN framework f ON f.id = i.framework_id
        WHERE f.starts_on <= ${now}::date AND (f.ends_on IS NULL OR f.ends_on >= ${now}::date)) c
      ORDER BY part, day DESC, position, value LIMIT ${MOST}`;
    const organisations = await db.$queryRaw<Choice[]>`
      SELECT o.reference AS value, o.name AS text FROM organisation o
      WHERE o.closed_at IS NULL AND o.merged_into_id IS NULL ORDER BY o.name, o.id LIMIT ${MOST}`;
    const owners = await db.$queryRaw<Choice[]>`
      SELECT p.reference AS value, p.name AS text FROM person p
      WHERE p.verified_at IS NOT NULL AND p.suspended_at IS NULL AND p.erased_at IS NULL AND p.merged_into_id IS NULL
        AND (EXISTS (SELECT FROM team_membership m WHERE m.person_id = p.id AND m.ends_at IS NULL)
          OR EXISTS (SELECT FROM installation_role_grant g WHERE g.person_id = p.id AND g.role = 'coordinator' AND g.revoked_at IS NULL))
      ORDER BY p.name, p.id LIMIT ${MOST}`;
    return { about, organisations, owners };
  },
});
