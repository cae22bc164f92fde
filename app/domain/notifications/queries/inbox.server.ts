import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { isPerson } from '../../actor';
import { query } from '../../query.server';

const PAGE = 25;

/** Keys sort by time, so they page the list: unread ones come first. */
export const noticeCursor = z.string().regex(/^(new|read)_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

export interface InboxNotice {
  id: string;
  subject: string;
  body: string;
  path: string | null;
  createdAt: Date;
  unread: boolean;
}

const after = (cursor: string | undefined): Prisma.Sql => {
  const [kind, id] = cursor?.split('_') ?? [];
  if (!kind || !id) return Prisma.empty;
  return Prisma.sql`AND ((n.read_at IS NULL)::int, n.id) < (${kind === 'new' ? 1 : 0}, ${id}::uuid)`;
};

/** One's own notices, the unread first. */
export const inbox = query({
  name: 'notifications.inbox',
  input: z.strictObject({ after: noticeCursor.optional() }),
  visibleTo: (actor) => (isPerson(actor) ? actor.id : null),
  read: async ({ db, scope, input }) => {
    if (!scope) return null;
    const rows = await db.$queryRaw<InboxNotice[]>`
      SELECT n.id, n.subject, n.body, n.path, n.created_at AS "createdAt", n.read_at IS NULL AS unread
      FROM notice n WHERE n.person_id = ${scope}::uuid ${after(input.after)}
      ORDER BY (n.read_at IS NULL) DESC, n.id DESC LIMIT ${PAGE + 1}`;
    const notices = rows.slice(0, PAGE);
    const last = notices.at(-1);
    return {
      notices,
      next: rows.length > PAGE && last ? `${last.unread ? 'new' : 'read'}_${last.id}` : null,
      anyUnread: rows.some(({ unread }) => unread),
    };
  },
});
