import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { anyone } from '../../policy';
import { query } from '../../query.server';
import { inUseThenSql, termNameThenSql } from '../in-use-then.server';
import { TERM_SCHEMES, type TermScheme } from '../term';

export interface TermChoice {
  id: string;
  scheme: TermScheme;
  slug: string;
  name: string;
  /** The hint beside a box. */
  definition: string;
  parentName: string | null;
}

/** In use, in the words of today; or in use just before an instant, in the words of then. */
const inUse = (until: Date | null) =>
  until
    ? {
        name: Prisma.sql`coalesce(said.name, t.name)`,
        definition: Prisma.sql`coalesce(said.definition, t.definition)`,
        parent: termNameThenSql('parent', until),
        said: Prisma.sql`LEFT JOIN LATERAL (SELECT v.name, v.definition FROM term_version v WHERE v.term_id = t.id
          AND v.recorded_at < ${until} ORDER BY v.number DESC LIMIT 1) said ON true`,
        holds: inUseThenSql('t', until),
      }
    : {
        name: Prisma.sql`t.name`,
        definition: Prisma.sql`t.definition`,
        parent: Prisma.sql`parent.name`,
        said: Prisma.empty,
        holds: Prisma.sql`t.retired_at IS NULL AND t.merged_into_id IS NULL`,
      };

/** Terms to tag with, in the order of their list, children after their parent. For queries of other modules too. */
export function loadTermChoices(
  db: Db,
  schemes: readonly TermScheme[],
  until: Date | null = null,
): Promise<TermChoice[]> {
  const { name, definition, parent, said, holds } = inUse(until);
  return db.$queryRaw<TermChoice[]>`
    SELECT t.id, t.scheme::text AS scheme, t.slug, ${name} AS name, ${definition} AS definition, ${parent} AS "parentName"
    FROM term t LEFT JOIN term parent ON parent.id = t.parent_id ${said}
    WHERE t.scheme::text = ANY(${schemes}) AND ${holds}
    ORDER BY array_position(${schemes}::text[], t.scheme::text),
      coalesce(parent.position, t.position), t.parent_id IS NOT NULL, t.position, ${name}`;
}

export const termChoices = query({
  name: 'taxonomy.termChoices',
  input: z.strictObject({ schemes: z.array(z.enum(TERM_SCHEMES)) }),
  visibleTo: anyone,
  read: ({ db, input }) => loadTermChoices(db, input.schemes),
});
