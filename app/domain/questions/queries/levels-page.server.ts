import { z } from 'zod';
import type { Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayCascade } from '../cascading/cascade-policy';
import { cascadesSql, type StoredCascade } from '../cascading/cascades-sql.server';
import { cascadesFor } from '../cascading/shown-cascades';
import type { QuestionForPolicy } from '../question-policy';
import { questionForPolicy } from '../question-stage.server';

const MOST_TEAMS = 200;

/** To which teams of which level a question can be sent, and what those have answered that it was sent to. */
export const levelsPage = query({
  name: 'questions.levels',
  input: z.strictObject({ reference: referenceInput, level: z.string().max(60).optional() }),
  visibleTo: (actor: Actor) => (question: QuestionForPolicy) => mayCascade(actor, question),
  read: async ({ db, actor, scope, input }) => {
    const question = await questionForPolicy(db, input.reference);
    if (!question) return null;
    const verdict = scope(question);
    if (!isAllowed(verdict)) return { verdict, page: null };
    const levels = await db.$queryRaw<{ slug: string; name: string; teams: number; left: number }[]>`
      SELECT l.slug, l.name, count(t.id)::int AS teams, (count(t.id) - count(c.id))::int AS left FROM term l
        LEFT JOIN organisation o ON o.level = l.slug AND o.closed_at IS NULL AND o.merged_into_id IS NULL
        LEFT JOIN team t ON t.organisation_id = o.id AND t.closed_at IS NULL AND t.id <> ${question.teamId}::uuid
        LEFT JOIN "cascade" c ON c.team_id = t.id AND c.question_id = ${question.id}::uuid
      WHERE l.scheme = 'level' AND l.retired_at IS NULL GROUP BY l.id HAVING count(t.id) > 0 ORDER BY l.position`;
    const level =
      levels.find(({ slug }) => slug === input.level) ?? levels.find(({ left }) => left > 0) ?? levels[0];
    const teams = await db.$queryRaw<{ value: string; label: string }[]>`
      SELECT t.reference AS value, t.name || ', ' || o.name AS label
      FROM team t JOIN organisation o ON o.id = t.organisation_id
      WHERE o.level = ${level?.slug ?? ''} AND o.closed_at IS NULL AND o.merged_into_id IS NULL
        AND t.closed_at IS NULL AND t.id <> ${question.teamId}::uuid
        AND NOT EXISTS (SELECT FROM "cascade" c WHERE c.team_id = t.id AND c.question_id = ${question.id}::uuid)
      ORDER BY o.name, t.name, t.id LIMIT ${MOST_TEAMS}`;
    const priorities = await db.priority.findMany({
      where: { questionPriorities: { some: { questionId: question.id } } },
      select: { reference: true, name: true },
      orderBy: { position: 'asc' },
    });
    const [sent] = await db.$queryRaw<{ cascades: StoredCascade[] }[]>`
      SELECT ${cascadesSql} AS cascades FROM question q WHERE q.id = ${question.id}::uuid`;
    const cascades = cascadesFor(actor, question, sent?.cascades ?? []);
    const { reference, title } = question;
    return { verdict, page: { reference, title, levels, level: level ?? null, teams, priorities, cascades } };
  },
});
