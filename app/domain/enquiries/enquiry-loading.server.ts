import type { Db } from '~/platform/db.server';
import { ukDay } from '../uk-time';
import { enquiryState } from './enquiry';
import type { EnquiryStanding } from './enquiry-policy';

export interface LoadedEnquiry extends EnquiryStanding {
  id: string;
  reference: string;
  messages: number;
}

interface Row {
  id: string;
  reference: string;
  askerId: string;
  teamId: string;
  closedAt: Date | null;
  lastFromTeam: boolean;
  dueOn: Date | null;
  messages: number;
}

/** An enquiry as its policy needs it, its row locked so that one message follows another. */
export async function lockedEnquiry(tx: Db, reference: string, now: Date): Promise<LoadedEnquiry | null> {
  await tx.$queryRaw`SELECT FROM enquiry WHERE reference = ${reference} FOR UPDATE`;
  return enquiryStanding(tx, reference, now);
}

export async function enquiryStanding(db: Db, reference: string, now: Date): Promise<LoadedEnquiry | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT e.id, e.reference, e.asker_id AS "askerId", e.team_id AS "teamId", e.closed_at AS "closedAt",
      last.from_team AS "lastFromTeam", waits.due_on AS "dueOn",
      (SELECT count(*)::int FROM enquiry_message m WHERE m.enquiry_id = e.id) AS messages
    FROM enquiry e CROSS JOIN LATERAL (
      SELECT m.from_team FROM enquiry_message m WHERE m.enquiry_id = e.id ORDER BY m.sent_at DESC, m.id DESC LIMIT 1) last
    LEFT JOIN enquiry_message waits ON waits.enquiry_id = e.id AND waits.due_on IS NOT NULL AND waits.answered_at IS NULL
    WHERE e.reference = ${reference}`;
  if (!row) return null;
  const state = enquiryState(row.closedAt, row.lastFromTeam);
  const overdue = state === 'awaitingTeam' && row.dueOn !== null && row.dueOn < ukDay(now);
  const { id, askerId, teamId, messages } = row;
  return { id, reference, askerId, teamId, messages, state, overdue };
}

/** What the team promises now. */
export async function promisedDays(db: Db, teamId: string): Promise<number | null> {
  const latest = await db.replyPromise.findFirst({
    where: { teamId },
    orderBy: [{ holdsFrom: 'desc' }, { id: 'desc' }],
    select: { workingDays: true },
  });
  return latest?.workingDays ?? null;
}
