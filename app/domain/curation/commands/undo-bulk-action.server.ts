import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { whyNotUndone, type BulkActionName } from '../bulk-action';
import { mayKeepDesk } from '../curation-policy';

/** Decides, once and within a day, that a bulk action is undone; `finishUndoing` then puts each thing back. */
export const undoBulkAction = command({
  name: 'curation.undo-bulk-action',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, input }) => {
    await tx.$queryRaw`SELECT id FROM bulk_action WHERE reference = ${input.reference} FOR UPDATE`;
    const row = await tx.bulkAction.findUnique({ where: { reference: input.reference } });
    return row && { ...row, action: row.action as BulkActionName };
  },
  authorise: (actor) => mayKeepDesk(actor),
  subject: ({ id }) => ({ noun: 'bulkAction', nounId: id }),
  decide: ({ loaded, actor, now }) => {
    const why = whyNotUndone(loaded, now);
    if (why || !isPerson(actor))
      return refuse('CannotBeUndone', why ?? 'This cannot be undone.', { stale: true });
    return {
      change: { id: loaded.id, reference: loaded.reference, by: actor.id },
      facts: [{ name: 'BulkActionWasUndone', noun: 'bulkAction', nounId: loaded.id }],
    };
  },
  save: async ({ tx, now }, { id, reference, by }) => {
    await tx.bulkAction.update({ where: { id }, data: { undoneAt: now, undoneById: by } });
    return { reference };
  },
});
