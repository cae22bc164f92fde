import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { hasRole, isMember, type Actor } from '../../actor';
import { query } from '../../query.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';

const PAGE = 20;

interface Row {
  reference: string;
  question: string;
  closedAt: Date;
  worked: string;
  didNot: string;
  nextTime: string;
}

/** Those who commission: people with a team, coordinators and the auditor. */
const readsLessons = (actor: Actor): boolean =>
  isMember(actor) && (actor.teams.length > 0 || hasRole(actor, 'coordinator') || hasRole(actor, 'auditor'));

/** What earlier commissions taught, latest first, of the questions that the reader may know of and stands before no wall of. */
export const lessonsPage = query({
  name: 'awards.lessons',
  input: z.strictObject({ before: z.iso.datetime().optional().catch(undefined) }),
  visibleTo: (actor) => (readsLessons(actor) ? questionsVisibleSql(actor, 'q') : null),
  read: async ({ db, actor, scope, input }) => {
    if (!scope) return null;
    const walls = isMember(actor) ? actor.walls.map(({ questionId }) => questionId) : [];
    const before = input.before ? Prisma.sql`AND a.closed_at < ${new Date(input.before)}` : Prisma.empty;
    const rows = await db.$queryRaw<Row[]>`
      SELECT a.reference, q.title AS question, a.closed_at AS "closedAt", c.worked, c.did_not AS "didNot",
        c.next_time AS "nextTime"
      FROM award_closing c JOIN award a ON a.id = c.award_id JOIN question q ON q.id = a.question_id
      WHERE a.closed_at IS NOT NULL AND concat(c.worked, c.did_not, c.next_time) <> ''
        AND q.id <> ALL(${walls}::uuid[]) AND ${scope} ${before}
      ORDER BY a.closed_at DESC, a.id LIMIT ${PAGE + 1}`;
    const shown = rows.slice(0, PAGE);
    return {
      lessons: shown,
      next: rows.length > PAGE ? (shown.at(-1)?.closedAt.toISOString() ?? null) : null,
    };
  },
});
