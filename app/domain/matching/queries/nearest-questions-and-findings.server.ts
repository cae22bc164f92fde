import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { query } from '../../query.server';
import { stateLabel, type QuestionOutcome, type QuestionState } from '../../questions/question';
import { shownStateSql } from '../../questions/question-state.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { findingDocumentSql, questionDocumentSql } from '../documents.server';
import { lexemesSql } from '../words-query.server';

export interface NearQuestion {
  reference: string;
  title: string;
  summary: string;
  state: string;
}

export interface NearFinding {
  reference: string;
  title: string;
  year: number | null;
  keyMessages: string;
}

const NEAREST = 5;
/** Rows that share any word, looked at before ranking; enough for a good answer, few enough for a quick one. */
const CANDIDATES = 400;

/** The existing questions and findings nearest to a text, of those the actor may see: has this been answered? */
export const nearestQuestionsAndFindings = query({
  name: 'matching.nearestQuestionsAndFindings',
  input: z.strictObject({ text: z.string().max(50_000), exceptQuestionId: z.uuid().optional() }),
  visibleTo: (actor) => ({
    questions: questionsVisibleSql(actor, 'q'),
    state: (now: Date) => shownStateSql(actor, now, 'q'),
    findings: findingsVisibleSql(actor, 'f'),
  }),
  read: async ({ db, scope, input, now }) => {
    const except = input.exceptQuestionId
      ? Prisma.sql`AND q.id <> ${input.exceptQuestionId}::uuid`
      : Prisma.empty;
    const questions = await nearest<
      Omit<NearQuestion, 'state'> & { state: QuestionState; outcome: QuestionOutcome | null }
    >(db, input.text, {
      document: questionDocumentSql('q'),
      from: Prisma.sql`question q WHERE ${scope.questions} AND q.published_at IS NOT NULL
        AND q.merged_into_id IS NULL ${except}`,
      columns: Prisma.sql`q.id, q.reference, q.title, q.summary, ${scope.state(now)} AS state, q.outcome::text AS outcome`,
    });
    const findings = await nearest<NearFinding>(db, input.text, {
      document: findingDocumentSql('v'),
      from: Prisma.sql`finding f JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
        AND v.published_at IS NOT NULL
        WHERE ${scope.findings} AND f.retracted_at IS NULL AND f.merged_into_id IS NULL`,
      columns: Prisma.sql`f.id, f.reference, v.title, v.year, v.key_messages AS "keyMessages"`,
    });
    return {
      questions: questions.map(({ reference, title, summary, state, outcome }): NearQuestion => ({
        reference,
        title,
        summary,
        state: stateLabel(state, outcome),
      })),
      findings: findings.map(({ reference, title, year, keyMessages }) => ({
        reference,
        title,
        year,
        keyMessages,
      })),
    };
  },
});

interface Source {
  document: Prisma.Sql;
  from: Prisma.Sql;
  columns: Prisma.Sql;
}

/**
 * Ranks candidates by the rarity of the words they share with the text: Σ ln(1 + N ÷ df) over shared words, a
 * word in the title twice, with N and df taken over the candidates, so that nothing hidden moves the order.
 * One shared word is not nearness: at least two are needed, or all of a one-word text.
 */
async function nearest<Row>(db: Db, text: string, { document, from, columns }: Source): Promise<Row[]> {
  const found = await db.$queryRaw<{ row: Row }[]>`
    WITH wanted AS (${lexemesSql(text)}),
    asked AS (SELECT string_agg(quote_literal(lexeme), ' | ')::tsquery AS words, count(*) AS wanted FROM wanted),
    candidate AS MATERIALIZED (
      SELECT ${columns}, ${document} AS document FROM ${from} AND ${document} @@ (SELECT words FROM asked)
      LIMIT ${CANDIDATES}
    ), hit AS (
      SELECT c.id, w.lexeme, 'A' = ANY(d.weights) AS in_title
      FROM candidate c CROSS JOIN unnest(c.document) d JOIN wanted w ON w.lexeme = d.lexeme
    ), rarity AS (
      SELECT lexeme, ln(1 + (SELECT count(*) FROM candidate)::float / count(*)) AS weight FROM hit GROUP BY lexeme
    ), ranked AS (
      SELECT h.id, sum(r.weight * CASE WHEN h.in_title THEN 2 ELSE 1 END) AS nearness, count(*) AS shared
      FROM hit h JOIN rarity r ON r.lexeme = h.lexeme GROUP BY h.id
    )
    SELECT to_jsonb(c) - 'document' AS row FROM candidate c JOIN ranked r ON r.id = c.id
    WHERE r.shared >= least(2, (SELECT wanted FROM asked))
    ORDER BY r.nearness DESC, c.id LIMIT ${NEAREST}`;
  return found.map(({ row }) => row);
}
