import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayDecideConflict } from '../interests/conflicts/conflict-policy';
import { conflictRows } from '../interests/conflicts/conflict-rows.server';
import { ownOpenConflicts } from '../interests/conflicts/load-conflict.server';
import { competitionById } from '../load-competition.server';
import { headingOf, isSeen, judged } from '../seen-competition.server';
import { shown } from './conflicts-page.server';

/** One conflict, for whoever decides about it. */
export const conflictPage = query({
  name: 'evaluation.conflict',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input: { reference } }) => {
    if (!scope) return null;
    const stored = await db.conflict.findUnique({ where: { reference }, select: { questionId: true } });
    const known = stored && (await competitionById(db, stored.questionId));
    if (!known) return null;
    const { id, decidedAt, withdrawnAt, route } = known.question;
    const own = await ownOpenConflicts(db, actor, id);
    const [row] = await conflictRows(db, id, { reference }, 1);
    if (!row) return null;
    const competition = judged(known, mayDecideConflict(actor, known, own, row));
    if (!isSeen(competition)) return competition;
    const isOver = decidedAt !== null || withdrawnAt !== null;
    return {
      question: headingOf(competition),
      ...{ conflict: shown(row, !isOver), isOver },
      closes: route.conflictScope === 'bid' && row.bidId ? ('bid' as const) : ('competition' as const),
    };
  },
});
