import { Prisma } from '~/platform/generated/prisma/client';

const KEYS = {
  finding_term: ['finding_id', 'term_id'],
  question_term: ['question_id', 'term_id'],
  finding_country: ['finding_id', 'country', 'role'],
  question_country: ['question_id', 'country', 'role'],
} as const;
export type TagTable = keyof typeof KEYS;

/**
 * What was tagged with what just before an instant, with the columns of the table: what is now, with the changes since
 * undone. Without an instant the table itself.
 */
export function tagsOnDay(table: TagTable, until: Date | null): Prisma.Sql {
  if (until === null) return Prisma.raw(table);
  const [item, tag] = [KEYS[table][0], KEYS[table][1]];
  const columns = (alias: string) => Prisma.raw(KEYS[table].map((name) => `${alias}.${name}`).join(', '));
  const since = Prisma.sql`(SELECT DISTINCT ON (${columns('c')}) ${columns('c')}, c.added FROM tag_change c
    WHERE c.changed_at >= ${until} AND c.${Prisma.raw(item)} IS NOT NULL AND c.${Prisma.raw(tag)} IS NOT NULL
    ORDER BY ${columns('c')}, c.changed_at, c.id)`;
  return Prisma.sql`(SELECT ${columns('x')} FROM ${Prisma.raw(table)} x
      WHERE NOT EXISTS (SELECT FROM ${since} s WHERE (${columns('s')}) = (${columns('x')}))
    UNION ALL SELECT ${columns('s')} FROM ${since} s WHERE NOT s.added)`;
}
