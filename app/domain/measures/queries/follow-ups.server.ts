import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { isMember } from '../../actor';
import { cursorInput } from '../../cursor';
import { query } from '../../query.server';
import { isoDay, ukDay } from '../../uk-time';
import { stateOf, type FollowUpOutcome, type FollowUpSubject } from '../follow-ups/follow-up';
import {
  FOLLOW_UP,
  FOLLOW_UP_TITLE,
  followUpsVisibleSql,
  STILL_STANDS,
} from '../follow-ups/follow-up-sql.server';

const PAGE = 25;

interface Row {
  id: string;
  reference: string;
  subject: FollowUpSubject;
  title: string;
  months: number;
  dueOn: Date;
  outcome: FollowUpOutcome | null;
  owner: string | null;
  escalateDays: number;
}

/** What is to be looked at again, the first due first: one's own, and all of it for coordinators and the auditor. */
export const followUps = query({
  name: 'measures.follow-ups',
  input: z.strictObject({
    show: z.enum(['due', 'planned', 'answered']).default('due'),
    after: cursorInput.optional(),
  }),
  visibleTo: (actor) => (isMember(actor) ? followUpsVisibleSql(actor) : null),
  read: async ({ db, scope, input: { show, after }, now }) => {
    if (!scope) return null;
    const today = ukDay(now);
    const [on, id] = after?.split('_') ?? [];
    const beyond = on ? Prisma.sql`AND (u.due_on, u.id) > (${on}::date, ${id}::uuid)` : Prisma.empty;
    const chosen = {
      due: Prisma.sql`u.outcome IS NULL AND ${STILL_STANDS} AND u.due_on <= ${isoDay(today)}::date`,
      planned: Prisma.sql`u.outcome IS NULL AND ${STILL_STANDS} AND u.due_on > ${isoDay(today)}::date`,
      answered: Prisma.sql`u.outcome IS NOT NULL`,
    }[show];
    const rows = await db.$queryRaw<Row[]>`
      SELECT u.id, u.reference, u.subject, ${FOLLOW_UP_TITLE} AS title, u.months, u.due_on AS "dueOn", u.outcome,
        p.name AS owner, s.escalate_days AS "escalateDays"
      FROM ${FOLLOW_UP} LEFT JOIN person p ON p.id = u.owner_id
      WHERE ${chosen} AND ${scope} ${beyond} ORDER BY u.due_on, u.id LIMIT ${PAGE + 1}`;
    const shown = rows.slice(0, PAGE);
    const last = shown.at(-1);
    return {
      show,
      rows: shown.map(({ id: _, escalateDays, ...row }) => ({
        ...row,
        state: stateOf(row, escalateDays, today),
      })),
      next: rows.length > PAGE && last ? `${isoDay(last.dueOn)}_${last.id}` : null,
    };
  },
});
