import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { questionStateSql } from '../../questions/question-state.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { reasonsFor, weightOf, type SharedTerm } from '../experts/match-reasons';

export interface QuestionForExpert {
  reference: string;
  title: string;
  route: string;
  closesAt: Date | null;
  invited: boolean;
  reasons: string[];
}

type Row = Omit<QuestionForExpert, 'reasons'> & { terms: SharedTerm[]; words: number };

const SHOWN = 5;

/** Open questions worth a look for the expert who asks: those that invite them, then those they share most with. */
export const questionsForExpert = query({
  name: 'matching.questionsForExpert',
  input: z.strictObject({}),
  visibleTo: (actor) =>
    isMember(actor) && actor.expert ? { actor, questions: questionsVisibleSql(actor, 'q') } : null,
  read: async ({ db, scope, now }) => {
    if (!scope) return [];
    const { actor, questions } = scope;
    const own = actor.teams.map(({ teamId }) => teamId);
    const rows = await db.$queryRaw<Row[]>`
      WITH profile AS (
        SELECT soundings.analyse('', e.summary || ' ' || e.interests) AS words FROM expert_profile e WHERE e.person_id = ${actor.id}::uuid
      ), known AS (
        SELECT string_agg(quote_literal(lexeme), ' | ')::tsquery AS words
        FROM profile CROSS JOIN unnest(profile.words) WHERE length(lexeme) BETWEEN 3 AND 40
      )
      SELECT q.reference, q.title, r.name AS route, q.closes_at AS "closesAt",
        EXISTS (SELECT FROM question_invitation i WHERE i.question_id = q.id AND i.declined_at IS NULL
          AND (i.person_id = ${actor.id}::uuid OR i.organisation_id = ANY(${actor.organisationIds}::uuid[]))) AS invited,
        coalesce((SELECT jsonb_agg(jsonb_build_object('scheme', t.scheme, 'name', t.name) ORDER BY t.scheme, t.position)
          FROM question_term qt JOIN expert_term x ON x.term_id = qt.term_id AND x.person_id = ${actor.id}::uuid
          JOIN term t ON t.id = qt.term_id WHERE qt.question_id = q.id), '[]') AS terms,
        coalesce(ts_rank(d.words, (SELECT words FROM known)), 0)::float AS words
      FROM question q JOIN route r ON r.id = q.route_id JOIN ranked_document d ON d.subject = q.id
      WHERE ${questions} AND q.published_at IS NOT NULL AND q.merged_into_id IS NULL
        AND ${questionStateSql(now, 'q')} IN ('open', 'clarificationsClosed')
        AND NOT q.team_id = ANY(${own}::uuid[])
        AND NOT q.id = ANY(${walledFrom(actor.walls)}::uuid[])
      ORDER BY q.closes_at NULLS LAST, q.id LIMIT 500`;
    return rows
      .filter(({ invited, terms, words }) => invited || terms.length > 0 || words > 0)
      .sort((one, other) => weight(other) - weight(one))
      .slice(0, SHOWN)
      .map(({ terms, words: _words, ...question }): QuestionForExpert => ({
        ...question,
        reasons: question.invited ? ['You are invited', ...reasonsFor(terms, [])] : reasonsOr(terms),
      }));
  },
});

const walledFrom = (walls: { questionId: string }[]): string[] => walls.map(({ questionId }) => questionId);

const weight = ({ invited, terms, words }: Row): number => (invited ? 100 : 0) + weightOf(terms) + words;

const reasonsOr = (terms: SharedTerm[]): string[] =>
  terms.length > 0 ? reasonsFor(terms, []) : ['Shares words with what you say of your work'];
