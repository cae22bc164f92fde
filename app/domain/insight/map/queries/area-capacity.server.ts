import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { query } from '../../../query.server';
import { isAskedSql, isCommissionedSql } from '../../../questions/question-state.server';
import { questionsVisibleSql } from '../../../questions/question-visibility.server';
import { inUseThenSql, termNameThenSql } from '../../../taxonomy/in-use-then.server';
import { knownUntil } from '../../../taxonomy/known-until.server';
import { tagsOnDay } from '../../../taxonomy/tags-on-day.server';
import { isoDay, ukDay } from '../../../uk-time';
import { keptFindingsSql, toldBy, type ToldOf } from '../../kept-findings.server';
import { heldAtSql } from '../../on-day/held-then.server';
import { askedByThenSql, noticedByThenSql, settledByThenSql } from '../../on-day/items-by-then.server';
import { mayRaiseQuestions, maySeeGaps } from '../map-policy';
import { mapViewShape } from '../map-view';

export interface AreaCapacity {
  key: string;
  reference: string;
  name: string;
  open: number;
  live: number;
  /** Listed experts who say that they are available, fully or in part, by today. */
  available: number;
  /** Listed experts who say nothing of it. */
  unstated: number;
  /** Open or live questions, and findings, about drivers and causes. */
  driverQuestions: number;
  driverFindings: number;
  /** Of those findings, the ones that bear on Prevent. */
  preventFindings: number;
}

/** Questions that wait for an answer, and whether somebody is at work on one: now, or just before an instant. */
const askedOrBought = (visible: Prisma.Sql, until: Date | null): Prisma.Sql =>
  until
    ? Prisma.sql`SELECT q.id, bought.live > 0 AS live FROM question q
        LEFT JOIN LATERAL (SELECT count(*) AS awards, count(*) FILTER (WHERE coalesce(a.closed_at >= ${until}, true)) AS live
          FROM award a WHERE a.question_id = q.id AND ${noticedByThenSql(until)}) bought ON true
        WHERE ${visible} AND ${askedByThenSql('q', until)} AND coalesce(q.answered_at >= ${until}, true)
          AND (bought.live > 0 OR bought.awards = 0 AND NOT ${settledByThenSql('q', until)})`
    : Prisma.sql`SELECT q.id, ${isCommissionedSql('q')} AS live FROM question q
        WHERE ${visible} AND (${isAskedSql('q')} OR ${isCommissionedSql('q')})`;

/**
 * Findings about drivers and causes by area, and those of them that bear on Prevent, from the tables `tag` and `cause`
 * and from what is kept counted.
 */
const knownDrivers = (told: ToldOf): Prisma.Sql => Prisma.sql`
  SELECT a.area, sum(kept.findings)::int AS drivers, coalesce(sum(kept.findings) FILTER (WHERE kept.terms && ARRAY(
      SELECT id FROM term WHERE scheme = 'strand' AND slug = 'prevent')), 0)::int AS prevent
  FROM (SELECT k.profile::uuid[] AS terms, sum(k.findings) AS findings FROM (${keptFindingsSql(told)}) k
    WHERE k.profile::uuid[] && ARRAY(SELECT id FROM cause) GROUP BY k.profile) kept
  JOIN (SELECT area, array_agg(term) AS terms FROM tag GROUP BY area) a ON a.terms && kept.terms GROUP BY a.area`;

/** Demand against the experts who could meet it, and what is known of drivers, by threat area, now or on a day. Inside the network. */
export const areaCapacity = query({
  name: 'insight.areaCapacity',
  input: z.strictObject({ on: mapViewShape.on }),
  visibleTo: (actor) => ({ inside: maySeeGaps(actor), questions: questionsVisibleSql(actor, 'q') }),
  read: async ({ db, actor, scope, input: { on }, now }) => {
    const day = on === undefined ? ukDay(now) : new Date(on);
    if (!scope.inside || day > ukDay(now)) return null;
    const until = on === undefined ? null : await knownUntil(db, day);
    const tags = tagsOnDay('question_term', until);
    const areas = await db.$queryRaw<AreaCapacity[]>`
      WITH area AS (SELECT id, slug, reference, ${until ? termNameThenSql('a', until) : Prisma.sql`a.name`} AS name, position
        FROM term a WHERE a.scheme = 'threatArea' AND a.parent_id IS NULL
          AND ${until ? inUseThenSql('a', until) : Prisma.sql`a.retired_at IS NULL AND a.merged_into_id IS NULL`}),
      tag AS (SELECT area.id AS area, t.id AS term FROM area JOIN term t ON t.id = area.id OR t.parent_id = area.id),
      cause AS (SELECT id FROM term WHERE scheme = 'questionType' AND slug = 'drivers-and-causes'),
      waiting AS MATERIALIZED (${askedOrBought(scope.questions, until)}),
      asked AS (
        SELECT DISTINCT tag.area, q.id, q.live,
          EXISTS (SELECT FROM ${tags} d WHERE d.question_id = q.id AND d.term_id IN (SELECT id FROM cause)) AS driver
        FROM tag JOIN ${tags} x ON x.term_id = tag.term
        JOIN waiting q ON q.id = x.question_id
      ), demand AS (
        SELECT area, (count(*) FILTER (WHERE NOT live))::int AS open, (count(*) FILTER (WHERE live))::int AS live,
          (count(*) FILTER (WHERE driver))::int AS drivers FROM asked GROUP BY area
      ), supply AS (
        SELECT tag.area, (count(DISTINCT e.id) FILTER (WHERE e.availability IN ('available', 'limited')
            AND coalesce(e.available_from <= ${isoDay(day)}::date, true)))::int AS available,
          (count(DISTINCT e.id) FILTER (WHERE e.availability = 'unstated'))::int AS unstated
        FROM (SELECT * FROM expert_span s WHERE ${heldAtSql('s', until)}) e
        CROSS JOIN LATERAL unnest(e.term_ids || e.derived_ids) held(term) JOIN tag ON tag.term = held.term
        GROUP BY tag.area
      ), known AS (${knownDrivers(until ? toldBy({ day, until }) : { day, past: false })})
      SELECT area.slug AS key, area.reference, area.name, coalesce(demand.open, 0) AS open, coalesce(demand.live, 0) AS live,
        coalesce(supply.available, 0) AS available, coalesce(supply.unstated, 0) AS unstated,
        coalesce(demand.drivers, 0) AS "driverQuestions", coalesce(known.drivers, 0) AS "driverFindings",
        coalesce(known.prevent, 0) AS "preventFindings"
      FROM area LEFT JOIN demand ON demand.area = area.id LEFT JOIN supply ON supply.area = area.id
      LEFT JOIN known ON known.area = area.id ORDER BY area.position, area.name`;
    return {
      areas,
      on,
      heading: capacityHeading(areas),
      may: { raiseQuestions: !until && mayRaiseQuestions(actor) },
    };
  },
});

export const isUnmet = ({ open, available }: Pick<AreaCapacity, 'open' | 'available'>): boolean =>
  open > 0 && available === 0;

function capacityHeading(areas: readonly AreaCapacity[]): string {
  const unmet = areas.filter(isUnmet);
  const [first] = unmet;
  if (!first) return 'Every threat area with open questions has an available expert';
  if (unmet.length === 1) return `${first.name} has demand and no available expert`;
  return `${unmet.length} threat areas have demand and no available expert`;
}
