import { Prisma } from '~/platform/generated/prisma/client';
import type { Person } from '../../actor';
import {
  FOLLOW_UP,
  FOLLOW_UP_TITLE,
  followUpsVisibleSql,
  STILL_STANDS,
} from '../../measures/follow-ups/follow-up-sql.server';

/** Looks at what became of something, from the day that they are due. */
export const followUpTasks = (actor: Person, now: Date): Prisma.Sql => Prisma.sql`
  SELECT 'answerFollowUp', u.reference, ${FOLLOW_UP_TITLE}, u.due_on::timestamptz FROM ${FOLLOW_UP}
  WHERE u.owner_id = ${actor.id}::uuid AND u.outcome IS NULL AND ${STILL_STANDS}
    AND u.due_on <= (${now}::timestamptz AT TIME ZONE 'Europe/London')::date AND ${followUpsVisibleSql(actor)}`;
