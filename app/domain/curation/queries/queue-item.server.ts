import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayKeepDesk } from '../curation-policy';
import { QUEUE_KINDS } from '../queue';
import { detailsOf } from '../queues/details.server';
import { QUEUE_SQL, type QueueLine } from '../queues/lines.server';

type Placed = QueueLine & { place: number; count: number; next: string | null };

/** One thing of a queue, its place there, and what comes next (the first again after the last). */
export const queueItem = query({
  name: 'curation.queue-item',
  input: z.strictObject({ kind: z.enum(QUEUE_KINDS), reference: referenceInput }),
  visibleTo: mayKeepDesk,
  read: async ({ db, scope, input }) => {
    if (!isAllowed(scope)) return null;
    const [line] = await db.$queryRaw<Placed[]>`
      SELECT * FROM (
        SELECT line.*, (row_number() OVER w)::int AS place, (count(*) OVER ())::int AS count,
          nullif(coalesce(lead(line.reference) OVER w, first_value(line.reference) OVER w), line.reference) AS next
        FROM (${QUEUE_SQL[input.kind]}) line WINDOW w AS (ORDER BY line.since, line.id)
      ) placed WHERE placed.reference = ${input.reference}`;
    if (!line) return null;
    return { kind: input.kind, ...line, details: await detailsOf(db, input.kind, line.id) };
  },
});
