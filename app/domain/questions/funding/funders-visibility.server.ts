import { Prisma } from '~/platform/generated/prisma/client';
import { hasRole, isMember, type Actor } from '../../actor';
import { questionsVisibleSql } from '../question-visibility.server';

/** Questions whose funders an actor may see, as a condition on `question` called `alias`; agrees with `maySeeFunders`. */
export function fundersVisibleSql(actor: Actor, alias: string): Prisma.Sql {
  if (!isMember(actor)) return Prisma.sql`FALSE`;
  const q = Prisma.raw(`"${alias}"`);
  const of = (list: readonly { questionId: string }[]) => list.map(({ questionId }) => questionId);
  const teams = actor.teams.map(({ teamId }) => teamId);
  return Prisma.sql`(${questionsVisibleSql(actor, alias)} AND ${q}.id <> ALL(${of(actor.walls)}::uuid[]) AND (
    ${actor.id}::uuid IN (${q}.author_id, ${q}.senior_responsible_owner_id, ${q}.budget_holder_id)
    OR (${q}.id <> ALL(${of(actor.panels)}::uuid[]) AND (
      ${q}.team_id = ANY(${teams}::uuid[])
      OR ${hasRole(actor, 'coordinator')}
      OR (${hasRole(actor, 'auditor')}
          AND coalesce(${q}.decided_at, ${q}.answered_at, ${q}.withdrawn_at) IS NOT NULL)))))`;
}
