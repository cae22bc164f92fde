import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { ACTIONS, type BulkActionName } from '../bulk-action';
import { mayKeepDesk } from '../curation-policy';
import { QUEUE_KINDS, QUEUES, type QueueKind } from '../queue';
import { QUEUE_SQL } from '../queues/lines.server';

interface Counted {
  kind: QueueKind;
  count: number;
  oldest: Date | null;
}

const counted = Prisma.join(
  QUEUE_KINDS.map(
    (kind) =>
      Prisma.sql`SELECT ${kind}::text AS kind, count(*)::int AS count, min(since) AS oldest FROM (${QUEUE_SQL[kind]}) line`,
  ),
  ' UNION ALL ',
);

const RECENT = 10;

interface Recent {
  reference: string;
  action: BulkActionName;
  doneAt: Date;
  undoneAt: Date | null;
  by: string;
  done: number;
}

/** How much waits in each queue, since when, and what was done last. */
export const desk = query({
  name: 'curation.desk',
  input: z.strictObject({}),
  visibleTo: mayKeepDesk,
  read: async ({ db, scope }) => {
    if (!isAllowed(scope)) return null;
    const counts = await db.$queryRaw<Counted[]>(counted);
    const recent = await db.$queryRaw<Recent[]>`
      SELECT b.reference, b.action, b.done_at AS "doneAt", b.undone_at AS "undoneAt", p.name AS by,
        (SELECT count(*)::int FROM bulk_action_item i WHERE i.bulk_action_id = b.id AND i.outcome = 'done') AS done
      FROM bulk_action b JOIN person p ON p.id = b.person_id ORDER BY b.done_at DESC, b.id DESC LIMIT ${RECENT}`;
    return {
      queues: counts.map((row) => ({ ...row, title: QUEUES[row.kind].title, about: QUEUES[row.kind].about })),
      waiting: counts.reduce((sum, { count }) => sum + count, 0),
      recent: recent.map((row) => ({ ...row, label: ACTIONS[row.action].label })),
    };
  },
});
