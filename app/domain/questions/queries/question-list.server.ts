import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { cursorInput, listLimit } from '../../cursor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { listFilters } from '../list-filters.server';
import { QUESTION_STATES, type QuestionOutcome, type QuestionState } from '../question';
import { shownStateSql } from '../question-state.server';
import { questionsVisibleSql } from '../question-visibility.server';

const slugs = () => z.array(z.string().max(100)).max(30).default([]);

export const LIST_STATES = [...QUESTION_STATES, 'asked', 'commissioned'] as const;

export interface ListedQuestion {
  reference: string;
  title: string;
  summary: string;
  state: QuestionState;
  outcome: QuestionOutcome | null;
  route: string;
  team: string;
  closesAt: Date | null;
  publishedAt: Date | null;
  budgetMinimum: number | null;
  budgetMaximum: number | null;
  threats: string[];
}

export interface QuestionList {
  questions: ListedQuestion[];
  next: string | null;
}

type Row = ListedQuestion & { cursor: string };

/** One statement, whatever the filters. Newest first by publication, drafts by when they were started. */
export const questionList = query({
  name: 'questions.list',
  input: z.strictObject({
    q: z.string().max(200).optional(),
    threat: slugs(),
    strand: slugs(),
    enabler: slugs(),
    level: slugs(),
    priority: z.array(referenceInput).max(30).default([]),
    route: slugs(),
    state: z.array(z.enum(LIST_STATES)).max(20).default([]),
    team: referenceInput.optional(),
    after: cursorInput.optional(),
    limit: listLimit,
  }),
  visibleTo: (actor) => ({
    seen: questionsVisibleSql(actor, 'q'),
    state: (now: Date) => shownStateSql(actor, now, 'q'),
  }),
  read: async ({ db, scope, input, now }): Promise<QuestionList> => {
    const state = scope.state(now);
    const rows = await db.$queryRaw<Row[]>`
      SELECT q.reference, q.title, q.summary, ${state} AS state,
        CASE WHEN ${state} = 'decided' THEN q.outcome::text END AS outcome,
        r.name AS route, t.name AS team, q.closes_at AS "closesAt", q.published_at AS "publishedAt",
        q.budget_minimum AS "budgetMinimum", q.budget_maximum AS "budgetMaximum",
        ARRAY(SELECT term.name FROM question_term l JOIN term ON term.id = l.term_id
              WHERE l.question_id = q.id AND term.scheme = 'threatArea' ORDER BY term.position) AS threats,
        to_char(coalesce(q.published_at, q.created_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
          || '_' || q.id AS cursor
      FROM question q JOIN route r ON r.id = q.route_id JOIN team t ON t.id = q.team_id
      WHERE ${scope.seen} AND q.merged_into_id IS NULL AND ${listFilters(input, state)} AND ${from(input.after)}
      ORDER BY coalesce(q.published_at, q.created_at) DESC, q.id DESC LIMIT ${input.limit + 1}`;
    const shown = rows.slice(0, input.limit);
    return {
      questions: shown.map(({ cursor: _, ...row }) => row),
      next: rows.length > input.limit ? (shown.at(-1)?.cursor ?? null) : null,
    };
  },
});

function from(after: string | undefined): Prisma.Sql {
  const [at, id] = after?.split('_') ?? [];
  if (!at || !id) return Prisma.sql`true`;
  return Prisma.sql`(coalesce(q.published_at, q.created_at), q.id) < (${at}::timestamptz, ${id}::uuid)`;
}
