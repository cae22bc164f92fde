import { z } from 'zod';
import { isPerson } from '../../actor';
import { query } from '../../query.server';

/** Whether the actor gets notices as letters, and at which address. */
export const noticePreferences = query({
  name: 'notifications.preferences',
  input: z.strictObject({}),
  visibleTo: (actor) => (isPerson(actor) ? actor.id : null),
  read: async ({ db, scope }) => {
    if (!scope) return null;
    const person = await db.person.findUnique({
      where: { id: scope },
      select: { noticesByMail: true, emails: { where: { primary: true }, select: { address: true } } },
    });
    if (!person) return null;
    return { letters: person.noticesByMail, address: person.emails[0]?.address ?? null };
  },
});
