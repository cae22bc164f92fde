import { z } from 'zod';
import { isMember } from '../../../actor';
import { isAllowed } from '../../../policy';
import { query } from '../../../query.server';
import { referenceInput } from '../../../reference-input';
import { withoutTrace } from '../../../rehearse.server';
import { PATIENCE_MS } from '../commands/read-list-in.server';
import { isUndoable } from '../list-kinds';
import { mayKeepList } from '../list-policy';
import { lockedList } from '../load-lists.server';
import { undoRows } from '../steps.server';

/** Which rows an undo would take back now and which would stay, and why, each after those below it. */
export const undoPreview = query({
  name: 'evaluation.undo-list-preview',
  input: z.strictObject({ list: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: ({ scope: actor, input, now }) =>
    withoutTrace(async (tx) => {
      const loaded = actor && (await lockedList(tx, input.list));
      if (!loaded) return null;
      const { list, competition } = loaded;
      if (!isAllowed(mayKeepList(actor, competition, list.kind)) || !isUndoable(list.kind, list, now))
        return null;
      const { reference } = competition.question;
      const found = await undoRows(tx, actor, { kind: list.kind, reference, rows: list.rows });
      return list.rows.flatMap(({ position, cells }) => {
        const one = found.get(position);
        return one ? [{ position, cells, isUndone: one.verdict === 'do', why: one.why }] : [];
      });
    }, PATIENCE_MS),
});
