import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { optionalDayInput } from '../../form-inputs';
import { numberThenSql } from '../../knowledge/finding-then.server';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { knownUntil } from '../../taxonomy/known-until.server';
import { namesKnown } from '../../taxonomy/names-known.server';
import { ukDay } from '../../uk-time';
import { authorisedTeams } from '../authorised-teams.server';
import type { Dimension, UnderstandingLevel } from '../understanding';
import { mayRateUnderstanding, mayReadUnderstanding } from '../understanding-policy';

export interface Judgement {
  dimension: Dimension;
  number: number;
  level: UnderstandingLevel | null;
  basis: string;
  reviewBy: Date | null;
  ratedBy: string;
  ratedAt: Date;
  /** The last of its side: it holds. */
  holds: boolean;
  findings: { reference: string; title: string }[];
}

const MOST = 100;

/** Every judgement of one threat area by a day, the latest first, with what it rests on as far as the actor may see. */
export const areaUnderstanding = query({
  name: 'understanding.ofArea',
  input: z.strictObject({ slug: z.string().max(100), on: optionalDayInput() }),
  visibleTo: (actor) => ({ may: mayReadUnderstanding(actor), findings: findingsVisibleSql(actor, 'f') }),
  read: async ({ db, actor, scope, input, now }) => {
    if (!isAllowed(scope.may)) return null;
    const area = await db.term.findUnique({
      where: { scheme_slug: { scheme: 'threatArea', slug: input.slug } },
      select: { id: true, slug: true, name: true },
    });
    if (!area) return null;
    const day = input.on ?? ukDay(now);
    const until = await knownUntil(db, day);
    const names = await namesKnown(db, 'threatArea', until);
    const judgements = await db.$queryRaw<Judgement[]>`
      SELECT r.dimension::text AS dimension, r.number, r.level::text AS level, r.basis, r.review_by AS "reviewBy",
        p.name AS "ratedBy", r.rated_at AS "ratedAt",
        r.number = max(r.number) OVER (PARTITION BY r.dimension) AS holds,
        coalesce((SELECT jsonb_agg(jsonb_build_object('reference', f.reference, 'title', v.title) ORDER BY f.reference)
          FROM understanding_evidence e JOIN finding f ON f.id = e.finding_id
          JOIN finding_version v ON v.finding_id = f.id AND v.number = ${input.on ? numberThenSql('f', until) : Prisma.sql`f.current_number`}
          WHERE e.rating_id = r.id AND ${scope.findings}), '[]') AS findings
      FROM understanding_rating r JOIN person p ON p.id = r.rated_by_id WHERE r.term_id = ${area.id}::uuid AND r.rated_at < ${until}
      ORDER BY r.rated_at DESC, r.dimension, r.number DESC LIMIT ${MOST}`;
    return {
      ...{ slug: area.slug, name: names.get(area.slug) ?? area.name, judgements },
      ...{ day, asked: input.on !== undefined },
      may: { rate: mayRateUnderstanding(actor, await authorisedTeams(db)) },
    };
  },
});
