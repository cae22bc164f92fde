import { z } from 'zod';
import { command } from '../../../command.server';
import { referenceInput } from '../../../reference-input';
import { refuse } from '../../../refusal';
import { isUndoable } from '../list-kinds';
import { mayKeepList } from '../list-policy';
import { lockedList } from '../load-lists.server';
import { undoRow } from '../steps.server';
import { PATIENCE_MS } from './read-list-in.server';

/** Takes back what a list did, row by row within a day; what can no longer be taken back stays, and says why. */
export const undoList = command({
  name: 'evaluation.undoList',
  patience: PATIENCE_MS,
  input: z.strictObject({ list: referenceInput }),
  load: ({ tx, input }) => lockedList(tx, input.list),
  authorise: (actor, { competition, list }) => mayKeepList(actor, competition, list.kind),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ loaded: { list, competition }, actor, now }) => {
    if (list.undoneAt) return refuse('ListIsUndone', 'This list is undone already.', { stale: true });
    if (!isUndoable(list.kind, list, now))
      return refuse('ListCannotBeUndone', 'What this list did can no longer be undone.');
    const { reference, id: questionId } = competition.question;
    return {
      change: { list, reference, by: actor },
      facts: [{ name: 'ListWasUndone', noun: 'question', nounId: questionId, data: { kind: list.kind } }],
    };
  },
  save: async ({ tx, now }, { list, reference, by }) => {
    let undone = 0;
    for (const { position, asked, outcome } of list.rows.toReversed()) {
      if (!asked || outcome !== 'done') continue;
      const found = await undoRow(tx, by, { kind: list.kind, reference }, asked);
      const isUndone = found?.verdict === 'do';
      undone += Number(isUndone);
      await tx.competitionListRow.update({
        where: { listId_position: { listId: list.id, position } },
        data: isUndone ? { outcome: 'undone' } : { outcome: 'kept', why: found?.why ?? '' },
      });
    }
    await tx.competitionList.update({ where: { id: list.id }, data: { undoneAt: now } });
    return { reference, list: list.reference, undone };
  },
});
