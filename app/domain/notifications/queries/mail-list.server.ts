import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { withheldSql } from '../../audit/withheld.server';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { mayReadMail } from '../kept-mail-policy';
import { LETTER_STATES, type LetterState } from '../letter';

const PAGE = 25;

export interface LetterLine {
  id: string;
  purpose: string;
  toAddress: string;
  subject: string;
  queuedAt: Date;
  enqueuedAt: Date | null;
  keptAt: Date | null;
  sentAt: Date | null;
  attempts: number;
  lastError: string | null;
}

const IN_STATE: Record<LetterState, Prisma.Sql> = {
  sent: Prisma.sql`m.sent_at IS NOT NULL`,
  kept: Prisma.sql`m.kept_at IS NOT NULL`,
  failing: Prisma.sql`m.sent_at IS NULL AND m.kept_at IS NULL AND m.last_error IS NOT NULL`,
  waiting: Prisma.sql`m.sent_at IS NULL AND m.kept_at IS NULL AND m.last_error IS NULL`,
};

/**
 * A letter tells of a fact that the trail itself withholds, that a bid exists, say, or what was written to a team in
 * private. Then it is not listed.
 */
export const letterIsTold: Prisma.Sql = Prisma.sql`NOT EXISTS (
  SELECT FROM notice n JOIN fact f ON f.id = n.fact_id
  WHERE n.id = m.notice_id AND (f.noun = 'enquiry' OR ${withheldSql}))`;

export const mailList = query({
  name: 'notifications.mail-list',
  input: z.strictObject({ state: z.enum(LETTER_STATES).optional(), after: z.uuid().optional() }),
  visibleTo: mayReadMail,
  read: async ({ db, scope, input }) => {
    if (!isAllowed(scope)) return null;
    const rows = await db.$queryRaw<LetterLine[]>`
      SELECT m.id, m.purpose, m.to_address AS "toAddress", m.subject, m.queued_at AS "queuedAt",
        m.enqueued_at AS "enqueuedAt", m.kept_at AS "keptAt", m.sent_at AS "sentAt", m.attempts,
        m.last_error AS "lastError"
      FROM mail m WHERE ${letterIsTold}
        ${input.state ? Prisma.sql`AND ${IN_STATE[input.state]}` : Prisma.empty}
        ${input.after ? Prisma.sql`AND m.id < ${input.after}::uuid` : Prisma.empty}
      ORDER BY m.id DESC LIMIT ${PAGE + 1}`;
    const letters = rows.slice(0, PAGE);
    return { letters, next: rows.length > PAGE ? (letters.at(-1)?.id ?? null) : null };
  },
});
