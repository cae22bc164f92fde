import { Prisma } from '~/platform/generated/prisma/client';
import { ratingsThenSql } from './on-day/held-then.server';

const stated = Prisma.sql`
  SELECT answering.id, asked.priority_id FROM finding answering
    JOIN question_priority asked ON asked.question_id = answering.question_id
  UNION ALL SELECT finding_id, priority_id FROM priority_case`;

/**
 * Findings and the priorities they speak to, as columns `id` and `priority_id`, with repeats: those of the
 * question they answer, those their author argues for and, inside the network, those for which somebody rated
 * them as more than not relevant, by now or by an instant. The public is not told of single ratings.
 */
export function findingPrioritySql(insideNetwork: boolean, until: Date | null = null): Prisma.Sql {
  if (!insideNetwork) return stated;
  const given = until ? Prisma.sql`(${ratingsThenSql(until)})` : Prisma.sql`rating`;
  return Prisma.sql`${stated} UNION ALL SELECT given.finding_id, given.priority_id FROM ${given} given WHERE given.value > 1`;
}
