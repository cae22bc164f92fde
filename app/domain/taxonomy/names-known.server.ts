import type { Db } from '~/platform/db.server';
import type { TermScheme } from './term';

/** What the terms of a scheme were called, by slug, as it was known by an instant. */
export async function namesKnown(db: Db, scheme: TermScheme, until: Date): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ slug: string; name: string }[]>`
    SELECT DISTINCT ON (t.id) t.slug, v.name FROM term t JOIN term_version v ON v.term_id = t.id
    WHERE t.scheme::text = ${scheme} AND v.recorded_at < ${until} ORDER BY t.id, v.number DESC`;
  return new Map(rows.map(({ slug, name }) => [slug, name]));
}
