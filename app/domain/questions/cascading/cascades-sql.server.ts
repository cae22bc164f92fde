import { Prisma } from '~/platform/generated/prisma/client';

/** As JSON holds it; days as text. */
export interface StoredCascade {
  reference: string;
  teamId: string;
  team: string;
  level: string;
  priority: string | null;
  answerBy: string;
  escalateOn: string;
  answer: string | null;
  words: string;
}

/** To whom the question `q` was sent, level by level. */
export const cascadesSql = Prisma.sql`
  (SELECT coalesce(jsonb_agg(jsonb_build_object('reference', c.reference, 'teamId', c.team_id,
      'team', t.name || ', ' || o.name, 'level', coalesce(l.name, c.level), 'priority', p.name,
      'answerBy', c.answer_by, 'escalateOn', c.escalate_on, 'answer', c.answer, 'words', c.words)
      ORDER BY l.position, o.name, t.name), '[]')
     FROM "cascade" c JOIN team t ON t.id = c.team_id JOIN organisation o ON o.id = t.organisation_id
       LEFT JOIN term l ON l.scheme = 'level' AND l.slug = c.level LEFT JOIN priority p ON p.id = c.priority_id
     WHERE c.question_id = q.id)`;
