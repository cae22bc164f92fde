import { Prisma } from '~/platform/generated/prisma/client';
import {
  APPROVAL_WORKING_DAYS,
  FEWEST_TO_DISAGREE,
  PROFILE_MONTHS,
  QUIET_DAYS,
  UNANSWERED_DAYS,
  WIDE_VARIANCE,
  type QueueKind,
} from '../queue';
import { ANSWERED_REVIEW_DAYS, OPEN_REVIEW_DAYS } from '../../questions/dates/review';
import { countsSql, NOW, RATINGS } from '../../ratings/counted-ratings.server';
import { DUPLICATES_SQL } from './duplicates.server';

/** One thing that waits: `title` and `detail` as a coordinator may see them. */
export interface QueueLine {
  id: string;
  reference: string;
  title: string;
  detail: string;
  since: Date;
}

const notReminded = (noun: string, id: Prisma.Sql) => Prisma.sql`NOT EXISTS (
  SELECT FROM fact reminder WHERE reminder.noun = ${noun} AND reminder.noun_id = ${id}
    AND reminder.name = 'ReminderWasSent' AND reminder.at > soundings.now() - make_interval(days => ${QUIET_DAYS}))`;

/** Working days since an instant, its own day not counted, by the calendar of England and Wales. */
const workingDaysSince = (instant: Prisma.Sql) => Prisma.sql`(
  SELECT count(*) FROM generate_series(${instant}::date + 1, soundings.now()::date, interval '1 day') AS d(day)
  WHERE extract(isodow FROM d.day) < 6
    AND NOT EXISTS (SELECT FROM bank_holiday h WHERE h.nation = 'england-and-wales' AND h.day = d.day::date))`;

const authorsOf = Prisma.sql`coalesce((SELECT string_agg(a.name, ', ' ORDER BY a.position)
  FROM finding_author a WHERE a.version_id = v.id), '')`;

const currentVersion = Prisma.sql`JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number`;
const stands = Prisma.sql`f.published_at IS NOT NULL AND f.superseded_at IS NULL AND f.retracted_at IS NULL`;

/** `reviewDayOf` as SQL. */
const reviewDay = Prisma.sql`(CASE WHEN q.answered_at IS NOT NULL
  THEN greatest(q.review_by, (q.answered_at AT TIME ZONE 'Europe/London')::date + ${ANSWERED_REVIEW_DAYS}::int)
  ELSE coalesce(q.review_by, (q.published_at AT TIME ZONE 'Europe/London')::date + ${OPEN_REVIEW_DAYS}::int) END)`;

/** Each queue as a statement of the columns of `QueueLine`. */
export const QUEUE_SQL: Record<QueueKind, Prisma.Sql> = {
  joins: Prisma.sql`
    SELECT j.id, j.reference, p.name AS title, coalesce(o.name, nullif(j.organisation_name, ''), 'No organisation') AS detail,
      j.requested_at AS since
    FROM join_request j JOIN person p ON p.id = j.person_id LEFT JOIN organisation o ON o.id = j.organisation_id
    WHERE j.decided_at IS NULL AND p.suspended_at IS NULL AND p.erased_at IS NULL`,
  findings: Prisma.sql`
    SELECT f.id, f.reference, v.title, ${authorsOf} AS detail, v.submitted_at AS since
    FROM finding f JOIN finding_version v ON v.finding_id = f.id
    WHERE v.submitted_at IS NOT NULL AND v.published_at IS NULL AND v.declined_at IS NULL AND v.returned_at IS NULL`,
  approvals: Prisma.sql`
    SELECT q.id, q.reference, 'A question of ' || t.name AS title, coalesce(p.name, 'No owner named') AS detail,
      q.submitted_at AS since
    FROM question q JOIN team t ON t.id = q.team_id LEFT JOIN person p ON p.id = q.senior_responsible_owner_id
    WHERE q.submitted_at IS NOT NULL AND q.approved_at IS NULL AND q.withdrawn_at IS NULL
      AND (q.returned_at IS NULL OR q.returned_at < q.submitted_at)
      AND ${workingDaysSince(Prisma.sql`q.submitted_at`)} > ${APPROVAL_WORKING_DAYS}
      AND ${notReminded('question', Prisma.sql`q.id`)}`,
  clarifications: Prisma.sql`
    SELECT c.id, c.reference, q.title, t.name AS detail, q.answers_due_at AS since
    FROM clarification c JOIN question q ON q.id = c.question_id JOIN team t ON t.id = q.team_id
    WHERE c.answered_at IS NULL AND c.declined_at IS NULL AND q.withdrawn_at IS NULL AND q.opened_at IS NULL
      AND q.answers_due_at < soundings.now() AND ${notReminded('clarification', Prisma.sql`c.id`)}`,
  reviews: Prisma.sql`
    SELECT f.id, f.reference, v.title, ${authorsOf} AS detail, f.review_by::timestamptz AS since
    FROM finding f ${currentVersion} WHERE ${stands} AND f.review_by < soundings.now()::date`,
  questionReviews: Prisma.sql`
    SELECT q.id, q.reference, q.title, t.name AS detail, ${reviewDay}::timestamptz AS since
    FROM question q JOIN team t ON t.id = q.team_id
    WHERE q.published_at IS NOT NULL AND q.withdrawn_at IS NULL AND q.merged_into_id IS NULL
      AND (q.answered_at IS NOT NULL OR (q.decided_at IS NULL AND q.opened_at IS NULL
        AND q.evaluation_started_at IS NULL AND q.delivery_started_at IS NULL
        AND (q.closes_at IS NULL OR q.closes_at > soundings.now())))
      AND ${reviewDay} < soundings.now()::date AND ${notReminded('question', Prisma.sql`q.id`)}`,
  decisions: Prisma.sql`
    SELECT q.id, q.reference, q.title, t.name AS detail, q.decision_date::timestamptz AS since
    FROM question q JOIN team t ON t.id = q.team_id
    WHERE q.published_at IS NOT NULL AND q.answered_at IS NULL AND q.withdrawn_at IS NULL
      AND (q.outcome IS NULL OR q.outcome = 'awarded') AND q.decision_date < soundings.now()::date
      AND ${notReminded('question', Prisma.sql`q.id`)}`,
  profiles: Prisma.sql`
    SELECT p.id, p.reference, p.name AS title, coalesce((
        SELECT string_agg(o.name, ', ') FROM affiliation a JOIN organisation o ON o.id = a.organisation_id
        WHERE a.person_id = p.id AND (a.ends_on IS NULL OR a.ends_on >= soundings.now()::date)), '') AS detail,
      e.confirmed_at AS since
    FROM expert_profile e JOIN person p ON p.id = e.person_id
    WHERE e.listed AND p.suspended_at IS NULL AND p.erased_at IS NULL AND p.merged_into_id IS NULL
      AND e.confirmed_at < soundings.now() - make_interval(months => ${PROFILE_MONTHS})
      AND ${notReminded('person', Prisma.sql`p.id`)}`,
  untagged: Prisma.sql`
    SELECT f.id, f.reference, v.title, ${authorsOf} AS detail, f.published_at AS since
    FROM finding f ${currentVersion}
    WHERE f.bibliographic AND ${stands} AND NOT EXISTS (
      SELECT FROM finding_term ft JOIN term t ON t.id = ft.term_id AND t.scheme = 'threatArea'
      WHERE ft.finding_id = f.id)`,
  appraisals: Prisma.sql`
    SELECT f.id, f.reference, v.title, ${authorsOf} AS detail, v.published_at AS since
    FROM finding f ${currentVersion}
    WHERE ${stands} AND f.appraised_at IS NULL
      AND (f.award_id IS NOT NULL OR f.advice_answer_id IS NOT NULL OR EXISTS (
        SELECT FROM impact_record i WHERE i.finding_id = f.id AND i.withdrawn_at IS NULL))
      AND (SELECT count(*) FROM appraisal a JOIN appraisal_judgement j ON j.appraisal_id = a.id
           WHERE a.version_id = v.id AND a.closed_at IS NULL) < 2
      AND ${notReminded('finding', Prisma.sql`f.id`)}`,
  disagreements: Prisma.sql`
    SELECT f.id, f.reference, v.title, ${authorsOf} AS detail, r.last AS since
    FROM finding f ${currentVersion}
    JOIN (SELECT finding_id, max(last) AS last FROM (
        SELECT r.finding_id, max(r.changed_at) AS last FROM ${RATINGS} WHERE ${countsSql(NOW)}
        GROUP BY r.finding_id, r.priority_id
        HAVING count(*) >= ${FEWEST_TO_DISAGREE} AND var_samp(r.value) >= ${WIDE_VARIANCE}) wide GROUP BY finding_id) r
      ON r.finding_id = f.id
    WHERE ${stands} AND f.merged_into_id IS NULL AND ${notReminded('finding', Prisma.sql`f.id`)}`,
  unanswered: Prisma.sql`
    SELECT q.id, q.reference, q.title, t.name AS detail, q.closes_at AS since
    FROM question q JOIN team t ON t.id = q.team_id
    WHERE q.published_at IS NOT NULL AND q.opened_at IS NULL AND q.decided_at IS NULL AND q.answered_at IS NULL
      AND q.withdrawn_at IS NULL AND q.merged_into_id IS NULL
      AND q.closes_at < soundings.now() - make_interval(days => ${UNANSWERED_DAYS})
      AND ${notReminded('question', Prisma.sql`q.id`)}`,
  cascades: Prisma.sql`
    SELECT q.id, q.reference, q.title, string_agg(t.name, ', ' ORDER BY t.name) AS detail,
      min(c.escalate_on)::timestamptz AS since
    FROM "cascade" c JOIN question q ON q.id = c.question_id JOIN team t ON t.id = c.team_id
    WHERE c.answer IS NULL AND c.escalate_on <= soundings.now()::date AND q.visibility = 'network'
      AND q.withdrawn_at IS NULL AND q.answered_at IS NULL AND q.merged_into_id IS NULL
      AND ${notReminded('question', Prisma.sql`q.id`)} GROUP BY q.id`,
  ...DUPLICATES_SQL,
  retagging: Prisma.sql`
    SELECT f.id, f.reference, v.title, string_agg(t.name || ' → ' || n.name, ', ' ORDER BY t.name) AS detail,
      min(t.retired_at) AS since
    FROM finding f ${currentVersion} JOIN finding_term ft ON ft.finding_id = f.id
    JOIN term t ON t.id = ft.term_id AND t.retired_at IS NOT NULL
    JOIN term n ON n.id = t.successor_id AND n.retired_at IS NULL
    WHERE ${stands} AND f.merged_into_id IS NULL GROUP BY f.id, f.reference, v.title`,
  termProposals: Prisma.sql`
    SELECT p.id, p.reference, p.name AS title, p.why AS detail, p.proposed_at AS since
    FROM term_proposal p WHERE p.decided_at IS NULL`,
  referenceLeads: Prisma.sql`
    SELECT l.id, l.reference, l.title, coalesce('DOI ' || l.doi, 'No DOI') AS detail, l.kept_at AS since
    FROM reference_lead l WHERE l.taken_up_at IS NULL AND l.set_aside_at IS NULL`,
};
