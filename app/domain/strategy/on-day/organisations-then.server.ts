import { Prisma } from '~/platform/generated/prisma/client';

type Noun = 'organisation' | 'team' | 'priority_set';

/**
 * What a later change left of a row of `noun`, the first since that says it; else what it says now. Now, without an
 * instant. Kinds were kept later than names.
 */
function thenSql(
  noun: Noun,
  said: 'name' | 'kind' | 'of_id',
  { row, until }: { row: string; until: Date | null },
) {
  const now = Prisma.raw(`${row}.${said === 'of_id' ? OF[noun] : said}`);
  if (until === null) return now;
  return Prisma.sql`coalesce((SELECT b.${Prisma.raw(said)} FROM organisation_before b
    WHERE b.${Prisma.raw(`${noun}_id`)} = ${Prisma.raw(row)}.id AND b.held_until >= ${until}
      AND b.${Prisma.raw(said)} IS NOT NULL ORDER BY b.held_until, b.id LIMIT 1), ${now})`;
}

const OF: Record<Noun, string> = {
  organisation: 'id',
  team: 'organisation_id',
  priority_set: 'owner_organisation_id',
};

/** What an organisation or a team was called just before an instant. */
export const calledThenSql = (noun: 'organisation' | 'team', row: string, until: Date | null): Prisma.Sql =>
  thenSql(noun, 'name', { row, until });

/** Of what kind an organisation was just before an instant. */
export const kindThenSql = (row: string, until: Date | null): Prisma.Sql =>
  thenSql('organisation', 'kind', { row, until });

/** Which organisation a team or an interim set was of just before an instant. */
export const ofThenSql = (noun: 'team' | 'priority_set', row: string, until: Date | null): Prisma.Sql =>
  thenSql(noun, 'of_id', { row, until });
