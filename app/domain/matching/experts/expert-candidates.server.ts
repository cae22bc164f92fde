import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { SHELVES } from '../ranking/shelves';
import { TERM_WEIGHTS, type Hindrances, type SharedTerm } from './match-reasons';

/** What an expert's place among the others turns on. */
export interface RankedCandidate extends Hindrances {
  id: string;
  reference: string;
  name: string;
  invited: boolean;
  terms: SharedTerm[];
  regions: string[];
  clearanceLevel?: string | null;
  clearanceExpires?: Date | string | null;
}

export interface ExpertCandidate extends RankedCandidate {
  organisation: string | null;
  /** Words of the profile that the question uses too, the rarest first. */
  words: string[];
}

/** Of those who share terms with a question, how many are looked at: those who share most. */
const MOST_BY_TERMS = 200;

/** What may stand in the way of inviting expert `l`, and whether that was done. */
const standing = (question: { id: string; teamId: string }): Prisma.Sql => Prisma.sql`
      EXISTS (SELECT FROM wall x WHERE x.person_id = l.person_id AND x.question_id = ${question.id}::uuid
        AND x.lifted_at IS NULL) AS walled,
      EXISTS (SELECT FROM team_membership x WHERE x.person_id = l.person_id AND x.ends_at IS NULL
        AND x.team_id = ${question.teamId}::uuid) AS "inTeam",
      EXISTS (SELECT FROM panel_membership x WHERE x.person_id = l.person_id AND x.ended_at IS NULL
        AND x.question_id = ${question.id}::uuid) AS "onPanel",
      EXISTS (SELECT FROM question_invitation x WHERE x.person_id = l.person_id
        AND x.question_id = ${question.id}::uuid) AS invited`;

/**
 * Those near to a question, and those who share most of its terms or use a method that it names. `OFFSET 0` keeps
 * what follows to the few rows that are chosen, where the planner would read every expert first.
 */
export function loadExpertCandidates(
  db: Db,
  question: { id: string; teamId: string; text: string },
  near: readonly string[],
): Promise<RankedCandidate[]> {
  const { id, text } = question;
  return db.$queryRaw<RankedCandidate[]>`
    WITH asked AS (
      SELECT qt.term_id FROM question_term qt WHERE qt.question_id = ${id}::uuid
      UNION
      SELECT t.id FROM term t WHERE t.scheme = 'method'
        AND to_tsvector('soundings.words'::regconfig, ${text}) @@ phraseto_tsquery('soundings.words'::regconfig, t.name)
    ), weighed AS (
      SELECT x.person_id, sum(${termWeightSql('t.scheme')}) AS weight
      FROM asked JOIN expert_term x USING (term_id) JOIN term t ON t.id = x.term_id
      GROUP BY x.person_id ORDER BY weight DESC, x.person_id OFFSET 0
    ), chosen AS (
      (SELECT person_id FROM weighed w
        WHERE (SELECT e.listed FROM expert_profile e WHERE e.person_id = w.person_id)
        ORDER BY weight DESC, person_id LIMIT ${MOST_BY_TERMS})
      UNION SELECT unnest(${near}::uuid[])
    ), listed AS (
      SELECT e.*, p.reference, p.name
      FROM chosen CROSS JOIN LATERAL (SELECT * FROM expert_profile x WHERE x.person_id = chosen.person_id OFFSET 0) e
      CROSS JOIN LATERAL (SELECT * FROM person x WHERE x.id = chosen.person_id OFFSET 0) p
      WHERE e.listed AND p.verified_at IS NOT NULL AND p.suspended_at IS NULL AND p.erased_at IS NULL
        AND p.merged_into_id IS NULL
    )
    SELECT l.person_id AS id, l.reference, l.name, l.availability::text AS availability,
      l.available_from AS "availableFrom", l.clearance_level AS "clearanceLevel",
      l.clearance_expires AS "clearanceExpires", l.regions,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('scheme', t.scheme, 'name', t.name)
          ORDER BY t.scheme, t.position, t.name), '[]')
        FROM asked JOIN expert_term x USING (term_id) JOIN term t ON t.id = x.term_id
        WHERE x.person_id = l.person_id) AS terms,
${standing(question)}
    FROM listed l`;
}

/** What is shown of the few who are suggested, beside what they were ranked by. */
export async function withWords(
  db: Db,
  text: string,
  candidates: readonly RankedCandidate[],
): Promise<ExpertCandidate[]> {
  const rows = await db.$queryRaw<{ id: string; words: string[]; organisation: string | null }[]>`
    WITH spoken AS MATERIALIZED (
      SELECT tsvector_to_array(soundings.analyse('', left(${text}, 20000))) AS stems
    )
    SELECT l.id,
      (SELECT coalesce(array_agg(t.term ORDER BY f.documents NULLS FIRST, t.term), '{}')
        FROM ranked_document d CROSS JOIN LATERAL soundings.term_counts(d.words) t
        LEFT JOIN term_frequency f ON f.shelf = ${SHELVES.expert.profiles} AND f.term = t.term
        WHERE d.subject = l.id AND t.term = ANY((SELECT stems FROM spoken)::text[])) AS words,
      (SELECT o.name FROM affiliation a JOIN organisation o ON o.id = a.organisation_id
        WHERE a.person_id = l.id AND a.ends_on IS NULL ORDER BY a.starts_on DESC LIMIT 1) AS organisation
    FROM unnest(${candidates.map(({ id }) => id)}::uuid[]) AS l(id)`;
  const known = new Map(rows.map((row) => [row.id, row]));
  return candidates.map((candidate) => {
    const { words = [], organisation = null } = known.get(candidate.id) ?? {};
    return { ...candidate, words, organisation };
  });
}

/** As `weightOf` has it. */
function termWeightSql(scheme: string): Prisma.Sql {
  const cases = Object.entries(TERM_WEIGHTS).map(
    ([name, weight]) => Prisma.sql`WHEN ${name} THEN ${weight}::int`,
  );
  return Prisma.sql`CASE ${Prisma.raw(scheme)}::text ${Prisma.join(cases, ' ')} ELSE 1 END`;
}
