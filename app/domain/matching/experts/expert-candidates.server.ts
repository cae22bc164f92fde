import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Hindrances, SharedTerm } from './match-reasons';
import { spokenLexemesSql } from './question-words.server';

export interface ExpertCandidate extends Hindrances {
  reference: string;
  name: string;
  organisation: string | null;
  invited: boolean;
  terms: SharedTerm[];
  /** Shared words as people write them, the rarest first. */
  words: string[];
  /** Σ ln(1 + N ÷ df) over them, N the listed experts. */
  wordWeight: number;
}

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

/** Every listed expert who shares a term, a method named in the text, or a word with a question. */
export function loadExpertCandidates(
  db: Db,
  question: { id: string; teamId: string; text: string },
): Promise<ExpertCandidate[]> {
  const { text } = question;
  // As the index expert_profile_words has it, letter by letter.
  const document = Prisma.sql`soundings.document('', e.summary, e.interests)`;
  return db.$queryRaw<ExpertCandidate[]>`
    WITH wanted AS (${spokenLexemesSql(Prisma.sql`${text}`)}),
    asked AS (SELECT string_agg(quote_literal(lexeme), ' | ')::tsquery AS words FROM wanted),
    listed AS (
      SELECT e.*, p.reference, p.name, ${document} AS document
      FROM expert_profile e JOIN person p ON p.id = e.person_id
      WHERE e.listed AND p.verified_at IS NOT NULL AND p.suspended_at IS NULL AND p.erased_at IS NULL
        AND p.merged_into_id IS NULL
    ), shared AS (
      SELECT x.person_id, jsonb_agg(jsonb_build_object('scheme', t.scheme, 'name', t.name) ORDER BY t.scheme, t.position) AS terms
      FROM expert_term x JOIN question_term qt ON qt.term_id = x.term_id AND qt.question_id = ${question.id}::uuid
      JOIN term t ON t.id = x.term_id GROUP BY x.person_id
    ), methods AS (
      SELECT x.person_id, jsonb_agg(jsonb_build_object('scheme', t.scheme, 'name', t.name) ORDER BY t.position) AS terms
      FROM expert_term x JOIN term t ON t.id = x.term_id AND t.scheme = 'method'
      WHERE to_tsvector('soundings.words'::regconfig, ${text})
            @@ phraseto_tsquery('soundings.words'::regconfig, t.name)
      GROUP BY x.person_id
    ), hit AS (
      SELECT l.person_id, w.word, w.lexeme FROM listed l CROSS JOIN unnest(l.document) d
      JOIN wanted w ON w.lexeme = d.lexeme
      WHERE l.document @@ (SELECT words FROM asked)
    ), rarity AS (
      SELECT lexeme, ln(1 + (SELECT count(*) FROM listed)::float / count(*)) AS weight FROM hit GROUP BY lexeme
    ), worded AS (
      SELECT h.person_id, array_agg(h.word ORDER BY r.weight DESC, h.word) AS words, sum(r.weight) AS weight
      FROM hit h JOIN rarity r ON r.lexeme = h.lexeme GROUP BY h.person_id
    )
    SELECT l.reference, l.name, l.availability::text AS availability, l.available_from AS "availableFrom",
      coalesce(s.terms, '[]') || coalesce(m.terms, '[]') AS terms,
      coalesce(w.words, '{}') AS words, coalesce(w.weight, 0) AS "wordWeight",
      (SELECT o.name FROM affiliation a JOIN organisation o ON o.id = a.organisation_id
        WHERE a.person_id = l.person_id AND a.ends_on IS NULL ORDER BY a.starts_on DESC LIMIT 1) AS organisation,
${standing(question)}
    FROM listed l LEFT JOIN shared s USING (person_id) LEFT JOIN methods m USING (person_id)
      LEFT JOIN worded w USING (person_id)
    WHERE s.terms IS NOT NULL OR m.terms IS NOT NULL OR w.words IS NOT NULL`;
}
