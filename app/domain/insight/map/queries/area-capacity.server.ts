import { z } from 'zod';
import { query } from '../../../query.server';
import { isAskedSql, isCommissionedSql } from '../../../questions/question-state.server';
import { questionsVisibleSql } from '../../../questions/question-visibility.server';
import { isoDay, ukDay } from '../../../uk-time';
import { standsSql } from '../../chain/item-stage.server';
import { mayRaiseQuestions, maySeeGaps } from '../map-policy';

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

/** Demand against the experts who could meet it, and what is known of drivers, by threat area. Inside the network. */
export const areaCapacity = query({
  name: 'insight.areaCapacity',
  input: z.strictObject({}),
  visibleTo: (actor) => ({ inside: maySeeGaps(actor), questions: questionsVisibleSql(actor, 'q') }),
  read: async ({ db, actor, scope, now }) => {
    if (!scope.inside) return null;
    const areas = await db.$queryRaw<AreaCapacity[]>`
      WITH area AS (SELECT id, slug, reference, name, position FROM term WHERE scheme = 'threatArea' AND retired_at IS NULL
        AND merged_into_id IS NULL AND parent_id IS NULL),
      tag AS (SELECT area.id AS area, t.id AS term FROM area JOIN term t ON t.id = area.id OR t.parent_id = area.id),
      cause AS (SELECT id FROM term WHERE scheme = 'questionType' AND slug = 'drivers-and-causes'),
      asked AS (
        SELECT DISTINCT tag.area, q.id, ${isCommissionedSql('q')} AS live,
          EXISTS (SELECT FROM question_term d WHERE d.question_id = q.id AND d.term_id IN (SELECT id FROM cause)) AS driver
        FROM tag JOIN question_term x ON x.term_id = tag.term JOIN question q ON q.id = x.question_id
        WHERE ${scope.questions} AND (${isAskedSql('q')} OR ${isCommissionedSql('q')})
      ), demand AS (
        SELECT area, (count(*) FILTER (WHERE NOT live))::int AS open, (count(*) FILTER (WHERE live))::int AS live,
          (count(*) FILTER (WHERE driver))::int AS drivers FROM asked GROUP BY area
      ), held AS (
        SELECT person_id, term_id FROM expert_term
        UNION SELECT person_id, term_id FROM derived_expert_term WHERE rejected_at IS NULL
      ), supply AS (
        SELECT tag.area, (count(DISTINCT p.id) FILTER (WHERE e.availability IN ('available', 'limited')
            AND coalesce(e.available_from <= ${isoDay(ukDay(now))}::date, true)))::int AS available,
          (count(DISTINCT p.id) FILTER (WHERE e.availability = 'unstated'))::int AS unstated
        FROM tag JOIN held ON held.term_id = tag.term JOIN person p ON p.id = held.person_id
        JOIN expert_profile e ON e.person_id = p.id AND e.listed
        WHERE p.verified_at IS NOT NULL AND p.suspended_at IS NULL AND p.erased_at IS NULL AND p.merged_into_id IS NULL
        GROUP BY tag.area
      ), known AS (
        SELECT tag.area, count(DISTINCT f.id)::int AS drivers, (count(DISTINCT f.id) FILTER (WHERE EXISTS (
            SELECT FROM finding_term s JOIN term t ON t.id = s.term_id WHERE s.finding_id = f.id
              AND t.scheme = 'strand' AND t.slug = 'prevent')))::int AS prevent
        FROM finding f JOIN finding_term d ON d.finding_id = f.id AND d.term_id IN (SELECT id FROM cause)
        JOIN finding_term x ON x.finding_id = f.id JOIN tag ON tag.term = x.term_id
        WHERE ${standsSql('f')} GROUP BY tag.area
      )
      SELECT area.slug AS key, area.reference, area.name, coalesce(demand.open, 0) AS open, coalesce(demand.live, 0) AS live,
        coalesce(supply.available, 0) AS available, coalesce(supply.unstated, 0) AS unstated,
        coalesce(demand.drivers, 0) AS "driverQuestions", coalesce(known.drivers, 0) AS "driverFindings",
        coalesce(known.prevent, 0) AS "preventFindings"
      FROM area LEFT JOIN demand ON demand.area = area.id LEFT JOIN supply ON supply.area = area.id
      LEFT JOIN known ON known.area = area.id ORDER BY area.position, area.name`;
    return { areas, heading: capacityHeading(areas), may: { raiseQuestions: mayRaiseQuestions(actor) } };
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
