import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { refuse } from '../../refusal';
import { itemsOf } from '../acted-items.server';
import { ACTIONS } from '../bulk-action';
import { actionInputOf, bulkActionInput, whatIsMissing } from '../bulk-action-form';
import { mayKeepDesk } from '../curation-policy';
import { QUEUES } from '../queue';

/** Writes down what is to be done to which things; `applyBulkAction` then does it, one thing at a time. */
export const startBulkAction = command({
  name: 'curation.start-bulk-action',
  input: bulkActionInput,
  load: ({ tx, input }) => itemsOf(tx, QUEUES[ACTIONS[input.action].kind].noun, input.items),
  authorise: (actor) => mayKeepDesk(actor),
  decide: ({ input, loaded: items, actor, now, newId, newReference }) => {
    if (!isPerson(actor) || items.length === 0)
      return refuse('NothingIsSelected', 'Nothing of what you selected is there any more.', { stale: true });
    const missing = whatIsMissing(input, now);
    if (missing) return missing;
    const id = newId();
    const row = { id, reference: newReference(), personId: actor.id, action: input.action, doneAt: now };
    return {
      change: { row: { ...row, input: { ...actionInputOf(input) } }, items },
      facts: [
        {
          name: 'BulkActionWasStarted',
          noun: 'bulkAction',
          nounId: id,
          data: { action: input.action, items: items.length },
        },
      ],
    };
  },
  save: async ({ tx }, { row, items }) => {
    await tx.bulkAction.create({ data: row });
    await tx.bulkActionItem.createMany({
      data: items.map((item, position) => ({ bulkActionId: row.id, position, ...item })),
    });
    return { reference: row.reference };
  },
});
