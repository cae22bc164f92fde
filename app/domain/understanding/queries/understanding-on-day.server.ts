import { z } from 'zod';
import { optionalDayInput } from '../../form-inputs';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { knownUntil } from '../../taxonomy/known-until.server';
import { inUseThenSql } from '../../taxonomy/in-use-then.server';
import { ukDay } from '../../uk-time';
import { authorisedTeams } from '../authorised-teams.server';
import { latestRatingsSql } from '../latest-ratings.server';
import type { Dimension, UnderstandingLevel } from '../understanding';
import { mayAuthoriseTeams, mayRateUnderstanding, mayReadUnderstanding } from '../understanding-policy';

export interface Judged {
  level: UnderstandingLevel;
  /** Past the day by which it was to be looked at again. */
  due: boolean;
}

export interface AreaUnderstood {
  slug: string;
  name: string;
  sides: Partial<Record<Dimension, Judged>>;
}

/** How well each threat area is understood on a day; a side that nobody judged is unknown, and in none of the levels. */
export const understandingOnDay = query({
  name: 'understanding.onDay',
  input: z.strictObject({ on: optionalDayInput() }),
  visibleTo: (actor) => mayReadUnderstanding(actor),
  read: async ({ db, actor, scope, input, now }) => {
    if (!isAllowed(scope)) return null;
    const day = input.on ?? ukDay(now);
    const until = await knownUntil(db, day);
    const areas = await db.$queryRaw<AreaUnderstood[]>`
      SELECT t.slug, coalesce(said.name, t.name) AS name, coalesce(jsonb_object_agg(r.dimension,
          jsonb_build_object('level', r.level, 'due', r.review_by < ${day}::date)) FILTER (WHERE r.level IS NOT NULL),
          '{}') AS sides
      FROM term t
      LEFT JOIN LATERAL (SELECT v.name FROM term_version v WHERE v.term_id = t.id AND v.recorded_at < ${until}
        ORDER BY v.number DESC LIMIT 1) said ON true
      LEFT JOIN (${latestRatingsSql(until)}) r ON r.term_id = t.id
      WHERE t.scheme = 'threatArea' AND t.parent_id IS NULL AND ${inUseThenSql('t', until)}
      GROUP BY t.id, said.name ORDER BY t.position, t.slug`;
    return {
      day,
      asked: input.on !== undefined,
      areas,
      may: {
        rate: isAllowed(mayRateUnderstanding(actor, await authorisedTeams(db))),
        authorise: isAllowed(mayAuthoriseTeams(actor)),
      },
    };
  },
});
