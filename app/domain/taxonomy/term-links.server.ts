import type { Db } from '~/platform/db.server';
import type { TermScheme } from './term';

/** The ids of terms in use, by what forms and addresses carry. A slug nobody knows is simply not among them. */
export async function termIdsBySlug(db: Db, scheme: TermScheme, slugs: readonly string[]): Promise<string[]> {
  const where = { scheme, slug: { in: [...slugs] }, retiredAt: null };
  const terms = await db.term.findMany({ where, select: { id: true } });
  return terms.map(({ id }) => id);
}
