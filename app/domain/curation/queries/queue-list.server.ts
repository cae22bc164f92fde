import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { cursorInput } from '../../cursor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { MOST_ITEMS } from '../bulk-action';
import { mayKeepDesk } from '../curation-policy';
import { QUEUE_KINDS } from '../queue';
import { QUEUE_SQL, type QueueLine } from '../queues/lines.server';

const PAGE = 25;

const after = (cursor: string | undefined): Prisma.Sql => {
  const [since, id] = cursor?.split('_') ?? [];
  return since && id
    ? Prisma.sql`WHERE (line.since, line.id) > (${since}::timestamptz, ${id}::uuid)`
    : Prisma.empty;
};

/** One queue, what waits longest first. `all` gives as many as one bulk action may take. */
export const queueList = query({
  name: 'curation.queue-list',
  input: z.strictObject({
    kind: z.enum(QUEUE_KINDS),
    after: cursorInput.optional(),
    all: z.boolean().optional(),
  }),
  visibleTo: mayKeepDesk,
  read: async ({ db, scope, input }) => {
    if (!isAllowed(scope)) return null;
    const most = input.all ? MOST_ITEMS : PAGE;
    const rows = await db.$queryRaw<(QueueLine & { cursor: string })[]>`
      SELECT line.*, to_char(line.since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '_' || line.id AS cursor
      FROM (${QUEUE_SQL[input.kind]}) line ${after(input.after)}
      ORDER BY line.since, line.id LIMIT ${most + 1}`;
    const [total] = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM (${QUEUE_SQL[input.kind]}) line`;
    const shown = rows.slice(0, most);
    return {
      lines: shown.map(({ cursor: _cursor, ...line }) => line),
      total: total?.count ?? 0,
      next: rows.length > most ? (shown.at(-1)?.cursor ?? null) : null,
    };
  },
});
