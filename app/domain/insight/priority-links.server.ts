import { Prisma } from '~/platform/generated/prisma/client';

const stated = Prisma.sql`
  SELECT answering.id, asked.priority_id FROM finding answering
    JOIN question_priority asked ON asked.question_id = answering.question_id
  UNION ALL SELECT finding_id, priority_id FROM priority_case`;

const rated = Prisma.sql`UNION ALL SELECT finding_id, priority_id FROM rating WHERE value > 1`;

/**
 * Findings and the priorities they speak to, as columns `id` and `priority_id`, with repeats: those of the
 * question they answer, those their author argues for and, inside the network, those for which somebody rated
 * them as more than not relevant. The public is not told of single ratings.
 */
export const findingPrioritySql = (insideNetwork: boolean): Prisma.Sql =>
  insideNetwork ? Prisma.sql`${stated} ${rated}` : stated;
