import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';

export interface ScoredHarm {
  slug: string;
  reference: string;
  /** Pounds a year. */
  value: number;
  year: number;
  source: string;
  estimate: boolean;
}

/**
 * The one figure of harm that counts in a score, as `harmed`: what an area costs the economy, the latest year that was
 * known by an instant, and of two of one year the one that was recorded last.
 */
export const scoredHarmSql = (until: Date): Prisma.Sql => Prisma.sql`harmed AS (
  SELECT DISTINCT ON (h.term_id) h.term_id, h.reference, h.value, h.year, h.source, h.estimate FROM harm_figure h
  WHERE h.kind = 'economy' AND h.term_id IS NOT NULL AND h.recorded_at < ${until}
    AND NOT EXISTS (SELECT FROM harm_figure x WHERE x.supersedes_id = h.id AND x.recorded_at < ${until})
  ORDER BY h.term_id, h.year DESC, h.recorded_at DESC, h.id DESC)`;

export const loadScoredHarm = (db: Db, until: Date): Promise<ScoredHarm[]> => db.$queryRaw`
  WITH ${scoredHarmSql(until)}
  SELECT t.slug, h.reference, h.value::float8 AS value, h.year, h.source, h.estimate
  FROM harmed h JOIN term t ON t.id = h.term_id ORDER BY t.position, t.slug`;
