import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import type { ThreatFigure } from './harm-figure';
import { readsAllHarm } from './harm-policy';

export type LoadedHarm = ThreatFigure & { slug: string | null };

const recordedBy = (alias: string, until: Date | null): Prisma.Sql =>
  until ? Prisma.sql`${Prisma.raw(alias)}.recorded_at < ${until}` : Prisma.sql`true`;

/** The figures that stand, or stood just before an instant, of one threat area or of all, as far as this person may read them. */
export const loadHarm = (
  db: Db,
  actor: Actor,
  termId: string | null,
  until: Date | null = null,
): Promise<LoadedHarm[]> => db.$queryRaw`
  SELECT h.reference, coalesce(t.name, h.other_threat) AS threat, t.slug, h.kind, h.value, h.year, h.source, h.address,
    h.estimate, h.note, h.invented, h.released_at IS NOT NULL AS released
  FROM harm_figure h LEFT JOIN term t ON t.id = h.term_id
  WHERE ${recordedBy('h', until)}
    AND NOT EXISTS (SELECT FROM harm_figure x WHERE x.supersedes_id = h.id AND ${recordedBy('x', until)})
    AND ${readsAllHarm(actor) ? Prisma.sql`true` : Prisma.sql`h.released_at IS NOT NULL`}
    AND ${termId ? Prisma.sql`h.term_id = ${termId}::uuid` : Prisma.sql`true`}
  ORDER BY h.year DESC, h.id LIMIT 1000`;
