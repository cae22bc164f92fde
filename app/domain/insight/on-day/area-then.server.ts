import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { isMember, type Actor } from '../../actor';
import type { TermStanding } from '../../taxonomy/term';
import { knownUntilSql } from '../../taxonomy/known-until.server';
import { expertsOnSql } from '../experts-on.server';

export interface AreaThen {
  id: string;
  reference: string;
  slug: string;
  name: string;
  definition: string;
  aliases: string[];
  source: string;
  standing: TermStanding;
  retiredAt: Date | null;
  retiredReason: string | null;
}

interface Found extends AreaThen {
  until: Date | null;
  experts: number | null;
}

/**
 * A threat area in its words, whether it was retired, and how many listed experts work on it, for those inside the
 * network: now, or by the end of a day, with the instant until which things had to be known then. One statement.
 */
export async function loadAreaThen(db: Db, actor: Actor, slug: string, day: Date | undefined) {
  const until = Prisma.sql`known.until`;
  const [found] = await db.$queryRaw<Found[]>`
    SELECT a.id, a.reference, a.slug, coalesce(said.name, a.name) AS name, coalesce(said.definition, a.definition) AS definition,
      coalesce(said.aliases, a.aliases) AS aliases, coalesce(said.source, a.source) AS source, a.standing::text AS standing,
      CASE WHEN before.id IS NULL THEN a.retired_at ELSE before.retired_at END AS "retiredAt",
      CASE WHEN before.id IS NULL THEN a.retired_reason ELSE before.retired_reason END AS "retiredReason", known.until,
      ${isMember(actor) ? Prisma.sql`(${expertsOnSql(Prisma.sql`a.id`, day ? until : null)})` : Prisma.sql`NULL::int`} AS experts
    FROM term a CROSS JOIN (SELECT ${day ? knownUntilSql(day) : Prisma.sql`NULL::timestamptz`} AS until) known
    LEFT JOIN LATERAL (SELECT v.name, v.definition, v.aliases, v.source FROM term_version v
      WHERE v.term_id = a.id AND v.recorded_at < known.until ORDER BY v.number DESC LIMIT 1) said ON true
    LEFT JOIN LATERAL (SELECT b.id, b.retired_at, b.retired_reason FROM term_before b
      WHERE b.term_id = a.id AND b.held_until >= known.until ORDER BY b.held_until, b.id LIMIT 1) before ON true
    WHERE a.scheme = 'threatArea' AND a.slug = ${slug}`;
  if (!found) return null;
  const { until: knownBy, experts, ...area } = found;
  return { area, experts, on: day && knownBy ? { day, until: knownBy } : null };
}
