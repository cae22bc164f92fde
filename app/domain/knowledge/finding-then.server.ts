import { Prisma } from '~/platform/generated/prisma/client';

/** The number of the version that was the published one. */
export const numberThenSql = (alias: string, until: Date): Prisma.Sql => Prisma.sql`
  coalesce((SELECT max(n.number) FROM finding_version n WHERE n.finding_id = ${Prisma.raw(alias)}.id
    AND n.published_at < ${until}), ${Prisma.raw(alias)}.current_number)`;
