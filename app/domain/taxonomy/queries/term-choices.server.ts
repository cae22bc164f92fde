import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { anyone } from '../../policy';
import { query } from '../../query.server';
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

/** Terms to tag with, in the order of their list, children after their parent. For queries of other modules too. */
export function loadTermChoices(db: Db, schemes: readonly TermScheme[]): Promise<TermChoice[]> {
  return db.$queryRaw<TermChoice[]>`
    SELECT t.id, t.scheme::text AS scheme, t.slug, t.name, t.definition, parent.name AS "parentName"
    FROM term t LEFT JOIN term parent ON parent.id = t.parent_id
    WHERE t.scheme::text = ANY(${schemes}) AND t.retired_at IS NULL AND t.merged_into_id IS NULL
    ORDER BY array_position(${schemes}::text[], t.scheme::text),
      coalesce(parent.position, t.position), t.parent_id IS NOT NULL, t.position, t.name`;
}

export const termChoices = query({
  name: 'taxonomy.termChoices',
  input: z.strictObject({ schemes: z.array(z.enum(TERM_SCHEMES)) }),
  visibleTo: anyone,
  read: ({ db, input }) => loadTermChoices(db, input.schemes),
});
