import { z } from 'zod';
import { command } from '../../../command.server';
import { referenceInput } from '../../../reference-input';
import { refuse } from '../../../refusal';
import { isUndoable } from '../list-kinds';
import { mayKeepList } from '../list-policy';
import { lockedList } from '../load-lists.server';
import { undoRows } from '../steps.server';
import { PATIENCE_MS } from './read-list-in.server';

const CHANGED =
  'ListHasChanged: Something changed since you looked, so nothing was undone. Look again at what would be.';

/**
 * Takes back what a list did, row by row within a day; what can no longer be taken back stays, and says why. Whoever
 * was shown how many rows that is undoes as many or none.
 */
export const undoList = command({
  name: 'evaluation.undoList',
  patience: PATIENCE_MS,
  input: z.strictObject({ list: referenceInput, shown: z.coerce.number().int().min(0).optional() }),
  load: ({ tx, input }) => lockedList(tx, input.list),
  authorise: (actor, { competition, list }) => mayKeepList(actor, competition, list.kind),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ input: { shown }, loaded: { list, competition }, actor, now }) => {
    if (list.undoneAt) return refuse('ListIsUndone', 'This list is undone already.', { stale: true });
    if (!isUndoable(list.kind, list, now))
      return refuse('ListCannotBeUndone', 'What this list did can no longer be undone.');
    const { reference, id: questionId } = competition.question;
    return {
      change: { list, reference, by: actor, shown },
      facts: [{ name: 'ListWasUndone', noun: 'question', nounId: questionId, data: { kind: list.kind } }],
    };
  },
  save: async ({ tx, now }, { list, reference, by, shown }) => {
    const found = await undoRows(tx, by, { kind: list.kind, reference, rows: list.rows });
    const undone = [...found.values()].filter(({ verdict }) => verdict === 'do').length;
    if (shown !== undefined && shown !== undone)
      await tx.$executeRaw`SELECT soundings.refuse('ListHasChanged', ${CHANGED})`;
    for (const [position, { verdict, why }] of found)
      await tx.competitionListRow.update({
        where: { listId_position: { listId: list.id, position } },
        data: verdict === 'do' ? { outcome: 'undone' } : { outcome: 'kept', why },
      });
    await tx.competitionList.update({ where: { id: list.id }, data: { undoneAt: now } });
    return { reference, list: list.reference, undone };
  },
});
