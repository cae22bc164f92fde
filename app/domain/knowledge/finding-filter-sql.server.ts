import { Prisma } from '~/platform/generated/prisma/client';
import { parseReference } from '../reference';
import type { FindingFilters } from './finding-filters';

const anyTag = (scheme: string) => Prisma.sql`SELECT FROM finding_term ft JOIN term t ON t.id = ft.term_id
  WHERE ft.finding_id = f.id AND t.scheme::text = ${scheme}`;

/** `none` asks for what carries no term of the kind, as the map counts it. */
const tagged = (scheme: string, slugs: string[]) => Prisma.sql`(EXISTS (${anyTag(scheme)}
    AND t.slug = ANY(${slugs})) OR (${slugs.includes('none')} AND NOT EXISTS (${anyTag(scheme)})))`;

/**
 * Findings speak to a priority through the question they answer, their author's case and, inside the network,
 * a rating above not relevant. The map counts by the same rule.
 */
function speaksTo(references: string[], insideNetwork: boolean): Prisma.Sql {
  const wanted = Prisma.sql`(SELECT id FROM priority WHERE reference = ANY(${references.map((text) => parseReference(text) ?? '')}))`;
  const rated = Prisma.sql`OR EXISTS (SELECT FROM rating r
    WHERE r.finding_id = f.id AND r.value > 1 AND r.priority_id IN ${wanted})`;
  return Prisma.sql`(EXISTS (SELECT FROM question_priority qp WHERE qp.question_id = f.question_id AND qp.priority_id IN ${wanted})
    OR EXISTS (SELECT FROM priority_case c WHERE c.finding_id = f.id AND c.priority_id IN ${wanted})
    ${insideNetwork ? rated : Prisma.empty})`;
}

/** Any word of the query is enough: all words together find nothing for most sentences. */
const mentions = (words: string) => Prisma.sql`EXISTS (
  SELECT FROM ranked_document d WHERE d.subject = f.id AND d.words @@ soundings.any_word(${words}))`;

/** The filters of the address as conditions on finding `f` and its current version `v`. */
export function findingConditions(filters: FindingFilters, insideNetwork: boolean): Prisma.Sql {
  const { q, threat, strand, enabler, level, priority, type, confidence, origin, from, to } = filters;
  const conditions: Prisma.Sql[] = [];
  for (const [scheme, slugs] of Object.entries({ threatArea: threat, strand, enabler, level }))
    if (slugs.length > 0) conditions.push(tagged(scheme, slugs));
  if (q) conditions.push(mentions(q));
  if (priority.length > 0) conditions.push(speaksTo(priority, insideNetwork));
  if (type.length > 0) conditions.push(Prisma.sql`v.study_type::text = ANY(${type})`);
  if (confidence.length > 0)
    conditions.push(Prisma.sql`COALESCE(f.confidence::text, 'notAppraised') = ANY(${confidence})`);
  if (origin)
    conditions.push(
      origin === 'questions' ? Prisma.sql`f.question_id IS NOT NULL` : Prisma.sql`f.question_id IS NULL`,
    );
  if (from) conditions.push(Prisma.sql`v.year >= ${from}`);
  if (to) conditions.push(Prisma.sql`v.year <= ${to}`);
  return conditions.length > 0 ? Prisma.sql`AND ${Prisma.join(conditions, ' AND ')}` : Prisma.empty;
}
