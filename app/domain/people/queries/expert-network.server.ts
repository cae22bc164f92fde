import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { hasRole, isMember, type Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { IS_MERGED_WORK } from '../merged-works.server';
import { networkOf, type AuthorRow } from '../network/co-authors';
import { maySeeProfile } from '../person-policy';

interface Similar {
  reference: string;
  name: string;
  shared: string[];
  similarity: number;
}

/** People whose profile the reader may open, as `p` with profile `e`. */
function listed(actor: Actor): Prisma.Sql {
  if (!isMember(actor)) return Prisma.sql`false`;
  const keepsHouse = hasRole(actor, 'coordinator') || hasRole(actor, 'administrator');
  return Prisma.sql`p.verified_at IS NOT NULL AND p.suspended_at IS NULL AND p.erased_at IS NULL
    AND p.merged_into_id IS NULL AND (${keepsHouse}::boolean OR e.listed OR p.id = ${actor.id}::uuid)`;
}

/** Everybody else on the works of the shared bibliography and on the published findings that name the person. */
const authorsWith = (db: Db, personId: string, scope: Prisma.Sql) => db.$queryRaw<AuthorRow[]>`
  WITH shared AS (
    SELECT k.id AS work, k.title, a.name, a.person_id
    FROM work_author own JOIN work k ON k.id = own.work_id JOIN work_author a ON a.work_id = k.id
      JOIN person p ON p.id = own.person_id
    WHERE own.person_id = ${personId}::uuid AND NOT ${IS_MERGED_WORK} AND a.person_id IS DISTINCT FROM ${personId}::uuid
    UNION ALL
    SELECT f.id, v.title, a.name, a.person_id
    FROM finding_author own JOIN finding_version v ON v.id = own.version_id
    JOIN finding f ON f.id = v.finding_id AND f.current_number = v.number JOIN finding_author a ON a.version_id = v.id
    WHERE own.person_id = ${personId}::uuid AND a.person_id IS DISTINCT FROM ${personId}::uuid
      AND f.published_at IS NOT NULL AND f.retracted_at IS NULL AND f.merged_into_id IS NULL
      AND NOT EXISTS (SELECT FROM work_author w WHERE w.work_id = f.work_id AND w.person_id = ${personId}::uuid)
  )
  SELECT s.work AS "workId", s.title, coalesce(seen.name, s.name) AS name, seen.reference
  FROM shared s LEFT JOIN LATERAL (
    SELECT p.reference, p.name FROM person p JOIN expert_profile e ON e.person_id = p.id
    WHERE p.id = s.person_id AND ${scope}
  ) seen ON true
  ORDER BY s.title, s.work, s.name LIMIT 2000`;

const MOST_SIMILAR = 10;

/** By the Jaccard similarity of their terms (Jaccard 1901): shared terms over all terms of either. */
const similarTo = (db: Db, personId: string, scope: Prisma.Sql) => db.$queryRaw<Similar[]>`
  WITH held AS (
    SELECT person_id, term_id FROM expert_term
    UNION SELECT person_id, term_id FROM derived_expert_term WHERE rejected_at IS NULL
  ), own AS (SELECT term_id FROM held WHERE person_id = ${personId}::uuid),
  near AS (
    SELECT h.person_id, count(own.term_id)::float8 / ((SELECT count(*) FROM own) + count(*) - count(own.term_id)) AS similarity,
      array_agg(h.term_id) FILTER (WHERE own.term_id IS NOT NULL) AS shared
    FROM held h LEFT JOIN own ON own.term_id = h.term_id
    WHERE h.person_id <> ${personId}::uuid GROUP BY h.person_id HAVING count(own.term_id) > 0
  )
  SELECT p.reference, p.name, n.similarity,
    ARRAY(SELECT t.name FROM term t WHERE t.id = ANY(n.shared) ORDER BY t.scheme, t.position, t.name) AS shared
  FROM near n JOIN person p ON p.id = n.person_id JOIN expert_profile e ON e.person_id = p.id
  WHERE ${scope} ORDER BY n.similarity DESC, lower(p.name), p.id LIMIT ${MOST_SIMILAR}`;

/** Who wrote with an expert, and whose expertise is most like theirs. */
export const expertNetwork = query({
  name: 'people.expert-network',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: listed,
  read: async ({ db, actor, scope, input }) => {
    const person = await db.person.findFirst({
      where: { reference: input.reference, verifiedAt: { not: null }, suspendedAt: null, erasedAt: null },
      select: { id: true, reference: true, name: true, expertProfile: { select: { listed: true } } },
    });
    if (!person?.expertProfile) return null;
    const { id, reference, name, expertProfile } = person;
    if (!isAllowed(maySeeProfile(actor, { personId: id, listed: expertProfile.listed }))) return null;
    return {
      ...{ reference, name, network: networkOf(await authorsWith(db, id, scope)) },
      similar: await similarTo(db, id, scope),
    };
  },
});
