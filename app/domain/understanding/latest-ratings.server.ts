import { Prisma } from '~/platform/generated/prisma/client';

/** The judgement that holds of each side of each threat area, as it was known by an instant. */
export const latestRatingsSql = (until: Date): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT ON (term_id, dimension) * FROM understanding_rating WHERE rated_at < ${until}
  ORDER BY term_id, dimension, number DESC`;
