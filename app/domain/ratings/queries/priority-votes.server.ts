import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { isMember, type Actor, type Person } from '../../actor';
import { takesPart } from '../../knowledge/finding-policy';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { ownInterestSql } from '../../knowledge/interest-in-finding.server';
import { isAllowed } from '../../policy';
import { isoDayInput } from '../../form-inputs';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { isoDay } from '../../uk-time';
import { ALLOTMENT, mayReadVotes, periodOf } from '../votes/votes';

export interface RankedFinding {
  place: number;
  reference: string;
  title: string;
  votes: number;
  people: number;
  own: number;
  /** The reader's own work, or what their team asked for. */
  interested: boolean;
}

interface Head {
  id: string;
  setId: string;
  reference: string;
  name: string;
  document: string;
  inForce: boolean;
  spent: number;
  periods: string[];
}

const MOST = 500;

/** As `votingOn` says it of one finding. */
const interested = (actor: Person) =>
  Prisma.sql`(f.submitted_by_id IS NOT DISTINCT FROM ${actor.id}::uuid OR ${ownInterestSql(actor, 'f')})`;

const ranking = (scope: Prisma.Sql, priorityId: string, period: string, actor: Person) => Prisma.sql`
  SELECT rank() OVER (ORDER BY sum(x.votes) DESC)::int AS place, f.reference, v.title, sum(x.votes)::int AS votes,
    count(*)::int AS people, coalesce(sum(x.votes) FILTER (WHERE x.person_id = ${actor.id}::uuid), 0)::int AS own,
    ${interested(actor)} AS interested
  FROM finding_vote x JOIN finding f ON f.id = x.finding_id
    JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
  WHERE x.priority_id = ${priorityId}::uuid AND x.period = ${period}::date
    AND f.retracted_at IS NULL AND f.superseded_at IS NULL AND f.merged_into_id IS NULL AND ${scope}
  GROUP BY f.id, f.reference, v.title ORDER BY place, count(*) DESC, f.id LIMIT ${MOST}`;

/** What may be voted for: findings about the priority's threat areas, or rated for it, that have no votes yet. */
const without = (scope: Prisma.Sql, priorityId: string, period: string, actor: Person) => Prisma.sql`
  SELECT f.reference, v.title FROM finding f
    JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
  WHERE f.published_at IS NOT NULL AND f.retracted_at IS NULL AND f.superseded_at IS NULL AND f.merged_into_id IS NULL
    AND ${scope} AND (EXISTS (SELECT FROM rating r WHERE r.finding_id = f.id AND r.priority_id = ${priorityId}::uuid)
      OR EXISTS (SELECT FROM finding_term t JOIN crosswalk_entry e ON e.term_id = t.term_id
        WHERE t.finding_id = f.id AND e.priority_id = ${priorityId}::uuid))
    AND NOT EXISTS (SELECT FROM finding_vote x WHERE x.finding_id = f.id AND x.priority_id = ${priorityId}::uuid
      AND x.period = ${period}::date)
    AND NOT ${interested(actor)}
  ORDER BY f.published_at DESC, f.id DESC LIMIT 25`;

const head = (reference: string, period: string, ownId: string) => Prisma.sql`
  SELECT p.id, s.id AS "setId", p.reference, p.name, s.document,
    (p.retired_at IS NULL AND s.starts_on <= soundings.now()::date
      AND (s.ends_on IS NULL OR s.ends_on >= soundings.now()::date)) AS "inForce",
    (SELECT coalesce(sum(x.votes), 0)::int FROM finding_vote x WHERE x.person_id = ${ownId}::uuid
      AND x.priority_set_id = s.id AND x.period = ${period}::date) AS spent,
    ARRAY(SELECT DISTINCT x.period::text FROM finding_vote x WHERE x.priority_id = p.id ORDER BY 1 DESC) AS periods
  FROM priority p JOIN priority_set s ON s.id = p.priority_set_id WHERE p.reference = ${reference}`;

/** The ranking of a priority by votes in a half-year, and one's own votes for its list. Relevance has no part in it. */
export const priorityVotes = query({
  name: 'ratings.priority-votes',
  input: z.strictObject({ reference: referenceInput, period: isoDayInput().optional() }),
  visibleTo: (actor: Actor) => findingsVisibleSql(actor),
  read: async ({ db, actor, scope, input, now }) => {
    if (!isAllowed(mayReadVotes(actor)) || !isMember(actor)) return null;
    const current = isoDay(periodOf(now));
    const period = input.period ?? current;
    const [priority] = await db.$queryRaw<Head[]>(head(input.reference, period, actor.id));
    if (!priority || (period !== current && !priority.periods.includes(period))) return null;
    const votes = priority.inForce && period === current && takesPart(actor);
    const [findings, others] = await Promise.all([
      db.$queryRaw<RankedFinding[]>(ranking(scope, priority.id, period, actor)),
      votes
        ? db.$queryRaw<{ reference: string; title: string }[]>(without(scope, priority.id, period, actor))
        : [],
    ]);
    return {
      priority,
      ...{ period, findings, others, current: period === current, mayVote: votes },
      left: ALLOTMENT - priority.spent,
      periods: [...new Set([current, ...priority.periods])].sort().reverse(),
    };
  },
});
