import { Prisma } from '~/platform/generated/prisma/client';
import { hasRole, isMember, type Actor } from '../../actor';
import { allowIf, type Verdict } from '../../policy';
import { questionsVisibleSql } from '../../questions/question-visibility.server';

const ANSWERABLE = ['seniorResponsibleOwner', 'budgetHolder', 'observer'] as const;

/** The teams that an actor answers for, holds the budget of or observes. */
const teamsOf = (actor: Actor): string[] =>
  isMember(actor)
    ? actor.teams
        .filter(({ roles }) => ANSWERABLE.some((role) => roles.includes(role)))
        .map(({ teamId }) => teamId)
    : [];

const seesAll = (actor: Actor): boolean => hasRole(actor, 'coordinator') || hasRole(actor, 'auditor');

export const maySeePerformance = (actor: Actor): Verdict =>
  allowIf(
    seesAll(actor) || teamsOf(actor).length > 0,
    'How commissioning performs is for coordinators and auditors, and for owners, budget holders and observers of teams.',
  );

/** Which questions `q` count: those the actor may know of, of every team or of their own; none behind a wall. */
export function performanceScope(actor: Actor): { sql: Prisma.Sql; all: boolean } {
  const all = seesAll(actor);
  const walled = isMember(actor) ? actor.walls.map(({ questionId }) => questionId) : [];
  const own = all ? Prisma.sql`true` : Prisma.sql`q.team_id = ANY(${teamsOf(actor)}::uuid[])`;
  return {
    all,
    sql: Prisma.sql`(${questionsVisibleSql(actor, 'q')} AND ${own} AND q.id <> ALL(${walled}::uuid[])
      AND q.merged_into_id IS NULL)`,
  };
}
