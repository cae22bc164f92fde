import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { mayReadMail } from '../kept-mail-policy';
import { letterIsTold, type LetterLine } from './mail-list.server';

/** One letter with its text. Reading somebody's letter is itself a fact. */
export const letter = query({
  name: 'notifications.letter',
  input: z.strictObject({ id: z.uuid() }),
  visibleTo: mayReadMail,
  read: async ({ db, scope, input }) => {
    if (!isAllowed(scope)) return null;
    const [row] = await db.$queryRaw<(LetterLine & { text: string })[]>`
      SELECT m.id, m.purpose, m.to_address AS "toAddress", m.subject, m.text, m.queued_at AS "queuedAt",
        m.enqueued_at AS "enqueuedAt", m.kept_at AS "keptAt", m.sent_at AS "sentAt", m.attempts,
        m.last_error AS "lastError"
      FROM mail m WHERE m.id = ${input.id}::uuid AND ${letterIsTold}`;
    return row ?? null;
  },
  logged: ({ id, purpose }) => ({ name: 'LetterWasRead', noun: 'mail', nounId: id, data: { purpose } }),
});
