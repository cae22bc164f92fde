import type { Db } from '~/platform/db.server';
import type { FactDraft } from '../fact';
import { STILL_STANDS } from '../measures/follow-ups/follow-up-sql.server';

/** Looks that came due, each told on its day; and those that nobody answered in time, which go up once. */
export async function dueFollowUps(tx: Db): Promise<FactDraft[]> {
  const rows = await tx.$queryRaw<{ name: string; id: string; months: number }[]>`
    SELECT step.name, u.id, u.months FROM follow_up u
    JOIN follow_up_schedule s ON s.subject = u.subject AND s.months = u.months
    CROSS JOIN LATERAL (VALUES ('FollowUpIsDue', u.due_on), ('FollowUpIsOverdue', u.due_on + s.escalate_days + 1)) step(name, day)
    WHERE u.outcome IS NULL AND ${STILL_STANDS} AND u.due_on <= (soundings.now() AT TIME ZONE 'Europe/London')::date
      AND step.day <= (soundings.now() AT TIME ZONE 'Europe/London')::date
      AND NOT EXISTS (SELECT FROM fact x WHERE x.noun = 'followUp' AND x.noun_id = u.id AND x.name = step.name)
    ORDER BY u.due_on, u.id LIMIT 100`;
  return rows.map(({ name, id, months }) => ({ name, noun: 'followUp', nounId: id, data: { months } }));
}
