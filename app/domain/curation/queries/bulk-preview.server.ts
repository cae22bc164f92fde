import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { listInput } from '../../form-inputs';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { addDays } from '../../uk-time';
import type { Rehearsal } from '../../rehearse.server';
import { itemsOf } from '../acted-items.server';
import { ITEM_ACTIONS } from '../actions/all.server';
import { ACTIONS, BULK_ACTIONS, MOST_ITEMS } from '../bulk-action';
import type { ActionInput } from '../bulk-action-form';
import { mayKeepDesk } from '../curation-policy';
import { QUEUES } from '../queue';
import { QUEUE_SQL, type QueueLine } from '../queues/lines.server';

const YEAR_DAYS = 365;

/** Stands for what is only typed on the preview itself, so that everything else can be judged before. */
const notTypedYet = (now: Date): ActionInput => ({
  reason: 'Not typed yet',
  reviewBy: addDays(now, YEAR_DAYS).toISOString().slice(0, 10),
  threatAreas: [],
  strands: [],
  into: '',
});

export interface PreviewLine {
  reference: string;
  title: string;
  detail: string;
  /** Why it would be skipped; null when it would be done. */
  skipped: string | null;
}

/** What a bulk action would do to each thing and which it would skip, by the rules of the single commands. */
export const bulkPreview = query({
  name: 'curation.bulk-preview',
  input: z.strictObject({
    action: z.enum(BULK_ACTIONS),
    items: listInput(referenceInput).pipe(z.array(z.string()).min(1).max(MOST_ITEMS)),
  }),
  visibleTo: mayKeepDesk,
  read: async ({ db, actor, scope, input, now }) => {
    if (!isAllowed(scope)) return null;
    const { kind, asks, changes, label, undoable } = ACTIONS[input.action];
    const items = await itemsOf(db, QUEUES[kind].noun, input.items);
    const waiting = await db.$queryRaw<QueueLine[]>`SELECT line.* FROM (${QUEUE_SQL[kind]}) line
      WHERE line.reference IN (${Prisma.join(input.items)})`;
    const byReference = new Map(waiting.map((line) => [line.reference, line]));
    const lines: PreviewLine[] = [];
    for (const item of items) {
      const line = byReference.get(item.reference);
      const answer: Rehearsal = line
        ? await ITEM_ACTIONS[input.action].rehearse(actor, item, notTypedYet(now))
        : { would: 'refuse', why: 'It no longer waits on the desk.' };
      const skipped = answer.would === 'refuse' ? answer.why : null;
      lines.push({
        reference: item.reference,
        title: line?.title ?? item.reference,
        detail: line?.detail ?? '',
        skipped,
      });
    }
    return { action: input.action, kind, asks, changes, label, undoable, lines };
  },
});
