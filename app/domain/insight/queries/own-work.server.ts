import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { isMember, type Person } from '../../actor';
import { query } from '../../query.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { draftsOf } from '../own/own-drafts.server';
import { tasksOf } from '../own/own-tasks.server';
import type { OwnDraft, OwnTask } from '../own/own-work';

export interface OpenQuestion {
  reference: string;
  title: string;
  route: string;
  closesAt: Date;
}

export interface OwnNotice {
  subject: string;
  path: string | null;
  createdAt: Date;
}

const MOST = 30;

/** What a member comes home to: what waits for them, what they began, what is open in their areas, what is new. */
export const ownWork = query({
  name: 'insight.own-work',
  input: z.strictObject({}),
  visibleTo: (actor) => (isMember(actor) ? { actor, questions: questionsVisibleSql(actor, 'q') } : null),
  read: async ({ db, scope, now }) => {
    if (scope === null) return null;
    const { actor, questions } = scope;
    const tasks = await db.$queryRaw<OwnTask[]>`
      SELECT * FROM (${tasksOf(actor, now)}) t ORDER BY due NULLS LAST, title, kind, reference LIMIT ${MOST}`;
    const drafts = await db.$queryRaw<OwnDraft[]>`
      SELECT * FROM (${draftsOf(actor, now)}) d ORDER BY "changedAt" DESC LIMIT ${MOST}`;
    const rows = await db.$queryRaw<({ hasAreas: boolean } & (OpenQuestion | { reference: null }))[]>`
      SELECT * FROM (SELECT EXISTS (SELECT FROM expert_term x JOIN term t ON t.id = x.term_id
          WHERE x.person_id = ${actor.id}::uuid AND t.scheme = 'threatArea') AS "hasAreas") own
        LEFT JOIN (${openInOwnAreas(actor, questions, now)}) open ON true ORDER BY "closesAt", reference`;
    const open = rows.flatMap(({ hasAreas: _, ...one }) => (one.reference === null ? [] : [one]));
    const notices = await db.$queryRaw<OwnNotice[]>`
      SELECT subject, path, created_at AS "createdAt" FROM notice
      WHERE person_id = ${actor.id}::uuid AND read_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 5`;
    return { tasks, drafts, open, hasAreas: rows[0]?.hasAreas ?? false, notices };
  },
});

/** Open for bids or answers, about a threat area of the actor's own expertise, soonest to close first. */
function openInOwnAreas(actor: Person, visible: Prisma.Sql, now: Date): Prisma.Sql {
  const teams = actor.teams.map(({ teamId }) => teamId);
  return Prisma.sql`
    SELECT q.reference, q.title, r.name AS route, q.closes_at AS "closesAt"
    FROM question q JOIN route r ON r.id = q.route_id
    WHERE ${visible} AND q.published_at IS NOT NULL AND q.withdrawn_at IS NULL AND q.merged_into_id IS NULL
      AND q.closes_at > ${now} AND q.team_id <> ALL(${teams}::uuid[])
      AND EXISTS (SELECT FROM question_term l JOIN expert_term x ON x.term_id = l.term_id
                  JOIN term t ON t.id = l.term_id AND t.scheme = 'threatArea'
                  WHERE l.question_id = q.id AND x.person_id = ${actor.id}::uuid)
    ORDER BY q.closes_at, q.id LIMIT 10`;
}
