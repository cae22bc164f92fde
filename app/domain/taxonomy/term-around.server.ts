import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { termNameThenSql } from './in-use-then.server';
import { knownUntilSql } from './known-until.server';

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
  successor: TermLink | null;
  lists: { name: string; source: string }[];
}

const link = (row: string): Prisma.Sql =>
  Prisma.sql`jsonb_build_object('reference', ${Prisma.raw(row)}.reference, 'name', ${Prisma.raw(row)}.name)`;

/** The successor, and the lists it is on, of the term `t`: said of today alone. */
const OF_TODAY = Prisma.sql`(SELECT ${link('s')} FROM term s WHERE s.id = t.successor_id) AS successor,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('name', l.name, 'source', l.source) ORDER BY l.name, l.id), '[]')
    FROM term_list_member m JOIN term_list l ON l.id = m.list_id WHERE m.term_id = t.id) AS lists`;

/** What stands around a term, in one statement. */
export async function loadTermAround(db: Db, id: string): Promise<Around> {
  const [row] = await db.$queryRaw<Around[]>`
    SELECT (SELECT ${link('p')} FROM term p WHERE p.id = t.parent_id) AS parent,
      (SELECT coalesce(jsonb_agg(${link('c')} ORDER BY c.position, c.slug), '[]') FROM term c WHERE c.parent_id = t.id) AS children,
      (SELECT ${link('i')} FROM term i WHERE i.id = t.merged_into_id) AS "mergedInto",
      (SELECT coalesce(jsonb_agg(${link('f')} ORDER BY f.name), '[]') FROM term f WHERE f.merged_into_id = t.id) AS merged,
      ${OF_TODAY}
    FROM term t WHERE t.id = ${id}::uuid`;
  if (!row) throw new Error('the term was read just now');
  return row;
}

const linkThenSql = (row: string, until: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`jsonb_build_object('reference', ${Prisma.raw(row)}.reference, 'name', ${termNameThenSql(row, until)})`;

/** What stood around a term as it was known on a day, and until when that was, in the words of then; its own standing where that changed since. */
export async function loadTermThen(
  db: Db,
  id: string,
  day: Date,
): Promise<Around & { until: Date; before: Standing<Date> | null }> {
  const until = knownUntilSql(day);
  const merge = Prisma.sql`m.noun = 'term' AND m.merged_at < ${until} AND coalesce(m.undone_at >= ${until}, true)`;
  const [row] = await db.$queryRaw<(Around & { until: Date; before: Standing<string> | null })[]>`
    SELECT ${until} AS until, (SELECT ${linkThenSql('p', until)} FROM term p WHERE p.id = t.parent_id) AS parent,
      (SELECT coalesce(jsonb_agg(${linkThenSql('c', until)} ORDER BY c.position, c.slug), '[]') FROM term c
        WHERE c.parent_id = t.id AND c.created_at < ${until}) AS children,
      (SELECT ${linkThenSql('i', until)} FROM record_merge m JOIN term i ON i.id = m.into_id
        WHERE m.from_id = t.id AND ${merge} LIMIT 1) AS "mergedInto",
      (SELECT coalesce(jsonb_agg(${linkThenSql('f', until)} ORDER BY ${termNameThenSql('f', until)}), '[]')
        FROM record_merge m JOIN term f ON f.id = m.from_id WHERE m.into_id = t.id AND ${merge}) AS merged,
      ${OF_TODAY},
      (SELECT jsonb_build_object('retiredAt', b.retired_at, 'retiredReason', b.retired_reason, 'reviewBy', b.review_by,
          'successor', (SELECT ${linkThenSql('s', until)} FROM term s WHERE s.id = b.successor_id))
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
