import { z } from 'zod';
import { isMember, type Actor } from '../../actor';
import { query } from '../../query.server';
import { mayRun } from '../../questions/question-policy';
import { questionForPolicy } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { isAllowed } from '../../policy';
import { expertDocumentSql } from '../documents.server';
import { hindrancesOf, reasonsFor, weightOf, type Hindrances, type SharedTerm } from '../match-reasons';
import { spokenLexemesSql } from '../question-words.server';
import { Prisma } from '~/platform/generated/prisma/client';

export interface SuggestedExpert {
  reference: string;
  name: string;
  organisation: string | null;
  reasons: string[];
  /** What stands in the way; empty when nothing does. */
  ruledOut: string[];
  invited: boolean;
}

type Row = Omit<SuggestedExpert, 'reasons' | 'ruledOut'> &
  Hindrances & { terms: SharedTerm[]; words: string[]; wordWeight: number };

const SHOWN = 20;

/** Whoever runs the question chooses whom to invite; coordinators help. */
const maySuggest = (actor: Actor, question: Parameters<typeof mayRun>[1]): boolean =>
  isMember(actor) && (actor.roles.includes('coordinator') || isAllowed(mayRun(actor, question)));

/** Experts for a question by shared terms and words, with the reasons and with what stands in the way. */
export const suggestedExperts = query({
  name: 'matching.suggestedExperts',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (question: Parameters<typeof mayRun>[1]) => maySuggest(actor, question),
  read: async ({ db, scope, input }) => {
    const question = await questionForPolicy(db, input.reference);
    if (!question || !scope(question)) return null;
    const text = [question.title, question.summary, question.questionsAsked, question.background].join('\n');
    const document = expertDocumentSql('e');
    const rows = await db.$queryRaw<Row[]>`
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
        EXISTS (SELECT FROM wall x WHERE x.person_id = l.person_id AND x.question_id = ${question.id}::uuid
          AND x.lifted_at IS NULL) AS walled,
        EXISTS (SELECT FROM team_membership x WHERE x.person_id = l.person_id AND x.ends_at IS NULL
          AND x.team_id = ${question.teamId}::uuid) AS "inTeam",
        EXISTS (SELECT FROM panel_membership x WHERE x.person_id = l.person_id AND x.ended_at IS NULL
          AND x.question_id = ${question.id}::uuid) AS "onPanel",
        EXISTS (SELECT FROM question_invitation x WHERE x.person_id = l.person_id
          AND x.question_id = ${question.id}::uuid) AS invited
      FROM listed l LEFT JOIN shared s USING (person_id) LEFT JOIN methods m USING (person_id)
        LEFT JOIN worded w USING (person_id)
      WHERE s.terms IS NOT NULL OR m.terms IS NOT NULL OR w.words IS NOT NULL`;
    return { people: ranked(rows).slice(0, SHOWN) };
  },
});

/** Terms count for more than words; whoever is held back comes after everybody who is not. */
function ranked(rows: Row[]): SuggestedExpert[] {
  const order = (row: Row) => weightOf(row.terms) + Math.min(row.wordWeight, 20) / 5;
  return rows
    .map((row) => ({ row, ruledOut: hindrancesOf(row), order: order(row) }))
    .sort(
      (one, other) =>
        Number(one.ruledOut.length > 0) - Number(other.ruledOut.length > 0) || other.order - one.order,
    )
    .map(({ row, ruledOut }) => ({
      reference: row.reference,
      name: row.name,
      organisation: row.organisation,
      reasons: reasonsFor(row.terms, row.words),
      ruledOut,
      invited: row.invited,
    }));
}
