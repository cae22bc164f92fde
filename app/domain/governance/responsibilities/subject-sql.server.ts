import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import type { SubjectKind } from './responsibility';

/** The subjects of a kind that an actor may know of: id, reference, title, and the slug of a threat area. */
export function subjectsSql(kind: SubjectKind, actor: Actor): Prisma.Sql {
  if (kind === 'threatArea')
    return Prisma.sql`SELECT t.id, t.reference, t.name AS title,
        CASE WHEN t.scheme = 'threatArea' THEN t.slug END AS slug FROM term t
      WHERE t.scheme IN ('threatArea', 'enabler') AND t.retired_at IS NULL AND t.merged_into_id IS NULL`;
  if (kind === 'priority')
    return Prisma.sql`SELECT p.id, p.reference, p.name AS title, NULL AS slug
      FROM priority p JOIN priority_set s ON s.id = p.priority_set_id
      WHERE p.retired_at IS NULL AND s.starts_on <= soundings.now()::date
        AND (s.ends_on IS NULL OR s.ends_on >= soundings.now()::date)`;
  if (kind === 'question')
    return Prisma.sql`SELECT q.id, q.reference, q.title, NULL AS slug FROM question q
      WHERE q.published_at IS NOT NULL AND q.withdrawn_at IS NULL AND q.answered_at IS NULL
        AND ${questionsVisibleSql(actor, 'q')}`;
  if (kind === 'objective')
    return Prisma.sql`SELECT i.id, i.reference, i.name AS title, NULL AS slug
      FROM framework_item i JOIN framework f ON f.id = i.framework_id
      WHERE f.starts_on <= soundings.now()::date AND (f.ends_on IS NULL OR f.ends_on >= soundings.now()::date)`;
  return Prisma.sql`SELECT d.id, d.reference, d.what AS title, g.reference AS slug
    FROM group_decision d JOIN governance_group g ON g.id = d.group_id`;
}

export const subjectColumn: Record<SubjectKind, Prisma.Sql> = {
  threatArea: Prisma.sql`r.term_id`,
  priority: Prisma.sql`r.priority_id`,
  question: Prisma.sql`r.question_id`,
  objective: Prisma.sql`r.item_id`,
  action: Prisma.sql`r.decision_id`,
};
