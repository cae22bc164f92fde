import { z } from 'zod';
import { isMember } from '../../../actor';
import { query } from '../../../query.server';
import { referenceInput } from '../../../reference-input';
import { competitionById } from '../../load-competition.server';
import { isSeen, judged } from '../../seen-competition.server';
import { isListKind, isUndoable, LIST_KINDS, type RowOutcome, type Verdict } from '../list-kinds';
import { mayKeepList } from '../list-policy';

/** What would come of each row of a list, or what came of it. */
export const listPage = query({
  name: 'evaluation.list',
  input: z.strictObject({ list: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input, now }) => {
    if (!scope) return null;
    const list = await db.competitionList.findUnique({
      where: { reference: input.list },
      include: { rows: { orderBy: { position: 'asc' } }, readBy: { select: { name: true } } },
    });
    const found = list && (await competitionById(db, list.questionId));
    if (!list || !found || !isListKind(list.kind)) return null;
    const competition = judged(found, mayKeepList(actor, found, list.kind));
    if (!isSeen(competition)) return competition;
    const count = (verdict: Verdict) => list.rows.filter((row) => row.verdict === verdict).length;
    return {
      reference: competition.question.reference,
      question: competition.question.title,
      list: list.reference,
      name: list.name,
      kind: list.kind,
      ...{ title: LIST_KINDS[list.kind].title, by: list.readBy.name },
      ...{ readAt: list.readAt, carriedOutAt: list.carriedOutAt, undoneAt: list.undoneAt },
      counts: { do: count('do'), same: count('same'), no: count('no') },
      undone: list.rows.filter(({ outcome }) => outcome === 'undone').length,
      rows: list.rows.map(({ position, cells, verdict, why, outcome }) => ({
        ...{ position, cells, why },
        verdict: verdict as Verdict,
        outcome: outcome as RowOutcome | null,
      })),
      may: { carryOut: !list.carriedOutAt && count('do') > 0, undo: isUndoable(list.kind, list, now) },
    };
  },
});
