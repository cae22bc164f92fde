import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import type { ThreatFigure } from './harm-figure';
import { readsAllHarm } from './harm-policy';

export type LoadedHarm = ThreatFigure & { slug: string | null };

/** The figures that stand, of one threat area or of all, as far as this person may read them. */
export const loadHarm = (db: Db, actor: Actor, termId: string | null): Promise<LoadedHarm[]> => db.$queryRaw`
  SELECT h.reference, coalesce(t.name, h.other_threat) AS threat, t.slug, h.kind, h.value, h.year, h.source, h.address,
    h.estimate, h.note, h.invented, h.released_at IS NOT NULL AS released
  FROM harm_figure h LEFT JOIN term t ON t.id = h.term_id
  WHERE NOT EXISTS (SELECT FROM harm_figure x WHERE x.supersedes_id = h.id)
    AND ${readsAllHarm(actor) ? Prisma.sql`true` : Prisma.sql`h.released_at IS NOT NULL`}
    AND ${termId ? Prisma.sql`h.term_id = ${termId}::uuid` : Prisma.sql`true`}
  ORDER BY h.year DESC, h.id LIMIT 1000`;
