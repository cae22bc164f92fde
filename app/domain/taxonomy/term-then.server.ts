import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { termNameThenSql } from './in-use-then.server';

export interface TermLink {
  reference: string;
  name: string;
}

interface Standing<When> {
  retiredAt: When | null;
  retiredReason: string | null;
  successor: TermLink | null;
  reviewBy: When | null;
}

interface Around {
  parent: TermLink | null;
  children: TermLink[];
  mergedInto: TermLink | null;
  merged: TermLink[];
}

const linkSql = (row: string, until: Date): Prisma.Sql =>
  Prisma.sql`jsonb_build_object('reference', ${Prisma.raw(row)}.reference, 'name', ${termNameThenSql(row, until)})`;

/** What stood around a term just before an instant, in the words of then; its own standing where that changed since. */
export async function loadTermThen(
  db: Db,
  id: string,
  until: Date,
): Promise<Around & { before: Standing<Date> | null }> {
  const merge = Prisma.sql`m.noun = 'term' AND m.merged_at < ${until} AND coalesce(m.undone_at >= ${until}, true)`;
  const [row] = await db.$queryRaw<(Around & { before: Standing<string> | null })[]>`
    SELECT (SELECT ${linkSql('p', until)} FROM term p WHERE p.id = t.parent_id) AS parent,
      (SELECT coalesce(jsonb_agg(${linkSql('c', until)} ORDER BY c.position, c.slug), '[]') FROM term c
        WHERE c.parent_id = t.id AND c.created_at < ${until}) AS children,
      (SELECT ${linkSql('i', until)} FROM record_merge m JOIN term i ON i.id = m.into_id
        WHERE m.from_id = t.id AND ${merge} LIMIT 1) AS "mergedInto",
      (SELECT coalesce(jsonb_agg(${linkSql('f', until)} ORDER BY ${termNameThenSql('f', until)}), '[]')
        FROM record_merge m JOIN term f ON f.id = m.from_id WHERE m.into_id = t.id AND ${merge}) AS merged,
      (SELECT jsonb_build_object('retiredAt', b.retired_at, 'retiredReason', b.retired_reason, 'reviewBy', b.review_by,
          'successor', (SELECT ${linkSql('s', until)} FROM term s WHERE s.id = b.successor_id))
        FROM term_before b WHERE b.term_id = t.id AND b.held_until >= ${until} ORDER BY b.held_until, b.id LIMIT 1) AS before
    FROM term t WHERE t.id = ${id}::uuid`;
  if (!row) throw new Error('the term was read just now');
  const { before } = row;
  const dated = (written: string | null) => (written === null ? null : new Date(written));
  return {
    ...row,
    before: before && {
      ...before,
      retiredAt: dated(before.retiredAt),
      reviewBy: dated(before.reviewBy),
    },
  };
}
