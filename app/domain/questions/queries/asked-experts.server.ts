import { z } from 'zod';
import { hasRole, type Actor } from '../../actor';
import { query } from '../../query.server';
import { MOST_ASKED_IN_A_YEAR } from '../inviting/asking-limit';
import type { DeclineCode } from '../inviting/answer';

export interface AskedExperts {
  asked: number;
  people: number;
  interested: number;
  waiting: number;
  /** How many are asked no more for now. */
  atLimit: number;
  declined: { code: DeclineCode; count: number }[];
}

/** How experts answer when they are asked by name: counts of the last 12 months, of nobody in particular. */
export const askedExperts = query({
  name: 'questions.asked-experts',
  input: z.strictObject({}),
  visibleTo: (actor: Actor) => hasRole(actor, 'coordinator'),
  read: async ({ db, scope, now }): Promise<AskedExperts | null> => {
    if (!scope) return null;
    const [row] = await db.$queryRaw<AskedExperts[]>`
      WITH lately AS (
        SELECT person_id, interested_at, declined_at, decline_code FROM question_invitation
        WHERE person_id IS NOT NULL AND invited_at > ${now}::timestamptz - interval '12 months'
      )
      SELECT count(*)::int AS asked, count(DISTINCT person_id)::int AS people,
        count(interested_at)::int AS interested,
        count(*) FILTER (WHERE interested_at IS NULL AND declined_at IS NULL)::int AS waiting,
        (SELECT count(*)::int FROM (SELECT FROM lately GROUP BY person_id
           HAVING count(*) >= ${MOST_ASKED_IN_A_YEAR}) often) AS "atLimit",
        (SELECT coalesce(jsonb_agg(jsonb_build_object('code', decline_code, 'count', count) ORDER BY count DESC, decline_code), '[]')
           FROM (SELECT decline_code, count(*)::int AS count FROM lately WHERE declined_at IS NOT NULL
                 GROUP BY decline_code) declines) AS declined
      FROM lately`;
    return row ?? null;
  },
});
