import { Prisma } from '~/platform/generated/prisma/client';
import { NATION } from '../../questions/calendar.server';
import type { Measure } from './measures';
import type { Period } from './period';
import { toldAtSql } from '../../questions/question-state.server';

const dayOf = (at: Prisma.Sql): Prisma.Sql => Prisma.sql`(${at} AT TIME ZONE 'Europe/London')::date`;
const Q = Prisma.sql`q.id, q.reference, q.title, q.route`;
const NO_AMOUNT = Prisma.sql`NULL::numeric`;

const ukMidnight = (day: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT (${day})::timestamp AT TIME ZONE 'Europe/London')`;

/** Whether an instant lies in the period, by UK days. */
const withinSql = (at: Prisma.Sql, { from, to }: Period): Prisma.Sql =>
  Prisma.sql`(${at} >= ${ukMidnight(Prisma.sql`${from}::date`)} AND ${at} < ${ukMidnight(Prisma.sql`${to}::date + 1`)})`;

const SIGNED_OFF = Prisma.sql`FROM award a JOIN milestone m ON m.award_id = a.id JOIN deliverable d ON d.milestone_id = m.id
  JOIN publication_clock c ON c.deliverable_id = d.id`;
const signedOffSql = ({ from, to }: Period): Prisma.Sql =>
  Prisma.sql`c.signed_off_on BETWEEN ${from}::date AND ${to}::date`;

/** Questions of which anything that measures ask lies in the period, and maybe more. Each way is an index's own. */
const touchedSql = (period: Period): Prisma.Sql => Prisma.sql`
  SELECT x.id FROM question x WHERE ${withinSql(Prisma.sql`x.published_at`, period)}
  UNION SELECT x.id FROM question x WHERE ${withinSql(Prisma.sql`x.answered_at`, period)}
  UNION SELECT x.id FROM question x WHERE ${withinSql(Prisma.sql`x.decided_at`, period)}
  UNION SELECT x.question_id FROM award x WHERE x.withdrawn_at IS NULL AND ${withinSql(Prisma.sql`x.notice_at`, period)}
  UNION SELECT b.question_id FROM assessment_summary t JOIN bid b ON b.id = t.bid_id WHERE ${withinSql(Prisma.sql`t.sent_at`, period)}
  UNION SELECT a.question_id ${SIGNED_OFF} WHERE ${signedOffSql(period)}`;

/** A decision is settled once it is told; what was answered without an award was no call for bids. */
const SETTLED = Prisma.sql`SELECT CASE WHEN NOT r.takes_bids THEN NULL WHEN q.outcome IN ('answered', 'awarded')
  THEN n.noticed_at ELSE ${toldAtSql('q')} END AS settled_at`;

/** Questions in scope; for all measures at once, only those of which any asks something in the period. */
const scopedSql = (scope: Prisma.Sql, period: Period, all: boolean): Prisma.Sql => Prisma.sql`scoped AS (
  SELECT q.id, q.reference, q.title, r.name AS route, r.takes_bids, q.decision_date,
    coalesce(q.procurement->>'basis', '') = 'direct' AS direct,
    btrim(coalesce(q.procurement->>'justification', '')) <> '' AS justified,
    q.published_at, q.answered_at, n.noticed_at, s.settled_at
  FROM ${all ? Prisma.sql`(${touchedSql(period)}) touched JOIN question q ON q.id = touched.id` : Prisma.sql`question q`}
    JOIN route r ON r.id = q.route_id
    LEFT JOIN (SELECT a.question_id, min(a.notice_at) AS noticed_at FROM award a WHERE a.withdrawn_at IS NULL
      GROUP BY a.question_id) n ON n.question_id = q.id
    CROSS JOIN LATERAL (${SETTLED} ${all ? Prisma.sql`OFFSET 0` : Prisma.empty}) s
  WHERE q.published_at IS NOT NULL AND ${scope})`;

/** The days from Monday to Friday until a day, since a Monday before any of them. */
const weekdaysSql = (day: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(5 * ((${day} - date '1970-01-05' + 1) / 7) + least((${day} - date '1970-01-05' + 1) % 7, 5))`;

/** The working days after one day, up to and including another, as `workingDaysBetween` counts them. */
export const workingDaysSql = (from: Prisma.Sql, to: Prisma.Sql): Prisma.Sql => Prisma.sql`greatest(0,
  ${weekdaysSql(to)} - ${weekdaysSql(from)} - (SELECT count(*) FROM bank_holiday h
    WHERE h.nation = ${NATION} AND h.day > ${from} AND h.day <= ${to} AND extract(isodow FROM h.day) < 6))::numeric`;

/**
 * The rows of every measure, one way for the figure and for the page of its rows: what it is about, when, whether it
 * counts (null where it is left out) and an amount.
 */
function partsOf(period: Period): Record<Measure, Prisma.Sql> {
  const within = (at: Prisma.Sql) => withinSql(at, period);
  const published = Prisma.sql`FROM scoped q WHERE ${within(Prisma.sql`q.published_at`)}`;
  const answered = Prisma.sql`FROM scoped q WHERE ${within(Prisma.sql`q.answered_at`)}`;
  const live = Prisma.sql`b.question_id = q.id AND b.withdrawn_at IS NULL AND EXISTS (SELECT FROM bid_submission s
    WHERE s.bid_id = b.id AND s.withdrawn_at IS NULL AND s.replaced_at IS NULL)`;
  return {
    published: Prisma.sql`SELECT ${Q}, q.published_at AS at, true AS counted, ${NO_AMOUNT} AS amount ${published}`,
    direct: Prisma.sql`SELECT ${Q}, q.published_at, q.direct, ${NO_AMOUNT} ${published} AND q.takes_bids`,
    justified: Prisma.sql`SELECT ${Q}, q.published_at, q.justified, ${NO_AMOUNT} ${published}
      AND q.takes_bids AND q.direct`,
    // Each lot is a call of its own.
    bids: Prisma.sql`SELECT coalesce(l.id, q.id), q.reference, q.title || coalesce(', lot ' || l.number, ''), q.route,
        q.settled_at, x.bids > 0, x.bids::numeric
      FROM scoped q LEFT JOIN lot l ON l.question_id = q.id CROSS JOIN LATERAL (
        SELECT count(*) AS bids FROM bid b WHERE ${live} AND b.lot_id IS NOT DISTINCT FROM l.id) x
      WHERE q.takes_bids AND ${within(Prisma.sql`q.settled_at`)}`,
    newEntrants: Prisma.sql`SELECT a.id, q.reference, q.title, q.route, a.notice_at, f.noticed_at >= a.notice_at, ${NO_AMOUNT}
      FROM scoped q JOIN award a ON a.question_id = q.id AND a.withdrawn_at IS NULL JOIN bid b ON b.id = a.bid_id
        JOIN (SELECT coalesce(eb.organisation_id, eb.lead_id) AS bidder, min(e.notice_at) AS noticed_at
          FROM award e JOIN bid eb ON eb.id = e.bid_id WHERE e.withdrawn_at IS NULL GROUP BY 1) f
        ON f.bidder = coalesce(b.organisation_id, b.lead_id)
      WHERE ${within(Prisma.sql`a.notice_at`)}`,
    timeToAward: Prisma.sql`SELECT ${Q}, q.noticed_at, true,
      ${workingDaysSql(Prisma.sql`q.published_on`, Prisma.sql`q.noticed_on`)}
      FROM (SELECT q.*, ${dayOf(Prisma.sql`q.published_at`)} AS published_on, ${dayOf(Prisma.sql`q.noticed_at`)} AS noticed_on
        FROM scoped q WHERE ${within(Prisma.sql`q.noticed_at`)} OFFSET 0) q`,
    onTime: Prisma.sql`SELECT ${Q}, q.answered_at, ${dayOf(Prisma.sql`q.answered_at`)} <= q.decision_date, ${NO_AMOUNT} ${answered}`,
    released: Prisma.sql`SELECT d.id, q.reference, d.title, q.route, d.signed_off_on::timestamptz,
        CASE WHEN d.released_at IS NOT NULL THEN ${dayOf(Prisma.sql`d.released_at`)} <= d.signed_off_on + 84
          WHEN ${dayOf(Prisma.sql`soundings.now()`)} > d.signed_off_on + 84 THEN false END, ${NO_AMOUNT}
      FROM scoped q JOIN (SELECT a.question_id, d.id, d.title, c.signed_off_on, c.released_at ${SIGNED_OFF}
        WHERE ${signedOffSql(period)}) d ON d.question_id = q.id`,
    cost: Prisma.sql`SELECT ${Q}, q.answered_at, CASE WHEN x.amount IS NOT NULL THEN true END, x.amount
      FROM scoped q CROSS JOIN LATERAL (SELECT sum(a.amount)::numeric AS amount FROM award a
        WHERE a.question_id = q.id AND a.withdrawn_at IS NULL AND a.notice_at IS NOT NULL) x
      WHERE q.takes_bids AND ${within(Prisma.sql`q.answered_at`)}`,
    used: Prisma.sql`SELECT ${Q}, q.answered_at, EXISTS (SELECT FROM impact_record i JOIN finding f ON f.id = i.finding_id
      WHERE f.question_id = q.id AND i.withdrawn_at IS NULL), ${NO_AMOUNT} ${answered}`,
  };
}

/** For `WITH`: the rows of one measure, or of all, as `measured`. */
export function measuredSql(scope: Prisma.Sql, period: Period, only?: Measure): Prisma.Sql {
  const parts = Object.entries(partsOf(period)).filter(([name]) => !only || name === only);
  const all = parts.map(
    ([name, sql]) =>
      Prisma.sql`SELECT ${name} AS measure, p.* FROM (${sql}) p(id, reference, title, route, at, counted, amount)`,
  );
  return Prisma.sql`WITH ${scopedSql(scope, period, !only)}, measured AS (${Prisma.join(all, ' UNION ALL ')})`;
}
