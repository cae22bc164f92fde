import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { command } from '../../../command.server';
import { referenceInput } from '../../../reference-input';
import { refuse } from '../../../refusal';
import { mayKeepList } from '../list-policy';
import { lockedList } from '../load-lists.server';
import { doRows } from '../steps.server';
import { PATIENCE_MS } from './read-list-in.server';

const CHANGED =
  'ListHasChanged: Something changed since this list was read, so nothing was done. Send the list again to see what it would do now.';

/** Ends the transaction, so that none of the rows was done. */
const nothingWasDone = (tx: Db) => tx.$executeRaw`SELECT soundings.refuse('ListHasChanged', ${CHANGED})`;

/** Does what was shown, all of it and nothing else; where a row would come out otherwise by now, nothing is done. */
export const carryOutList = command({
  name: 'evaluation.carryOutList',
  patience: PATIENCE_MS,
  input: z.strictObject({ list: referenceInput }),
  load: ({ tx, input }) => lockedList(tx, input.list),
  authorise: (actor, { competition, list }) => mayKeepList(actor, competition, list.kind),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ loaded: { list, competition }, actor }) => {
    if (list.carriedOutAt)
      return refuse('ListIsCarriedOut', 'This list is carried out already.', { stale: true });
    const { reference, id: questionId } = competition.question;
    const rows = list.rows.filter(({ verdict }) => verdict === 'do').length;
    if (rows === 0) return refuse('NothingToDo', 'No row of this list can be done.');
    return {
      change: { list, reference, by: actor },
      facts: [
        { name: 'ListWasCarriedOut', noun: 'question', nounId: questionId, data: { kind: list.kind, rows } },
      ],
    };
  },
  save: async ({ tx, now }, { list, reference, by }) => {
    const found = await doRows(tx, by, { kind: list.kind, reference, rows: list.rows });
    if (found.some(({ verdict }, index) => verdict !== list.rows[index]?.verdict)) await nothingWasDone(tx);
    await tx.competitionListRow.updateMany({
      where: { listId: list.id, verdict: 'do' },
      data: { outcome: 'done' },
    });
    await tx.competitionList.update({ where: { id: list.id }, data: { carriedOutAt: now } });
    return { reference, list: list.reference };
  },
});
