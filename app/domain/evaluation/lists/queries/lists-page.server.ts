import { z } from 'zod';
import { isMember } from '../../../actor';
import { isAllowed } from '../../../policy';
import { query } from '../../../query.server';
import { referenceInput } from '../../../reference-input';
import { headingOf, isSeen, seenCompetition } from '../../seen-competition.server';
import { EXPORTS, EXPORT_NAMES, mayExport } from '../export-policy';
import { FILE_KINDS, isListKind, LIST_KINDS } from '../list-kinds';
import { mayKeepList, maySeeLists } from '../list-policy';

const MOST_SHOWN = 50;

interface Unstarted {
  reference: string;
  name: string;
  /** Bids of theirs without submitted scores. */
  open: number;
  begun: boolean;
}

/** What can be sent, chosen and taken out as a list, and the lists before. */
export const listsPage = query({
  name: 'evaluation.lists',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input }) => {
    if (!scope) return null;
    const competition = await seenCompetition(db, actor, input.reference, maySeeLists);
    if (!isSeen(competition)) return competition;
    const { question } = competition;
    if (!question.route.takesBids) return null;
    const may = (kind: keyof typeof LIST_KINDS) => isAllowed(mayKeepList(actor, competition, kind));
    const [lists, members] = await Promise.all([
      db.competitionList.findMany({
        where: { questionId: question.id },
        orderBy: [{ readAt: 'desc' }, { id: 'desc' }],
        take: MOST_SHOWN,
        select: {
          ...{ reference: true, kind: true, name: true, readAt: true, carriedOutAt: true, undoneAt: true },
          readBy: { select: { name: true } },
        },
      }),
      may('remind') || may('remove')
        ? db.$queryRaw<Unstarted[]>`
            SELECT p.reference, p.name, EXISTS (SELECT FROM score s JOIN bid b ON b.id = s.bid_id
                WHERE b.question_id = m.question_id AND s.person_id = p.id) AS begun,
              (SELECT count(*)::int FROM assessment a JOIN bid b ON b.id = a.bid_id
                WHERE b.question_id = m.question_id AND a.person_id = p.id AND a.moved_at IS NULL
                  AND a.refused_at IS NULL AND NOT EXISTS (SELECT FROM score s WHERE s.bid_id = a.bid_id
                    AND s.person_id = p.id AND s.submitted_at IS NOT NULL)) AS open
            FROM panel_membership m JOIN person p ON p.id = m.person_id
            WHERE m.question_id = ${question.id}::uuid AND m.role = 'evaluator' AND m.ended_at IS NULL
            ORDER BY p.name, p.id`
        : [],
    ]);
    return {
      ...headingOf(competition),
      kinds: FILE_KINDS.filter(may).map((kind) => ({ kind, ...LIST_KINDS[kind] })),
      choices: { remind: may('remind'), remove: may('remove') },
      // Whoever does not assign knows nothing of who has begun what.
      members: members.map((one) => (may('remind') ? one : { ...one, open: 0, begun: false })),
      exports: EXPORT_NAMES.filter((name) => isAllowed(mayExport(actor, competition, name))).map((name) => ({
        name,
        title: EXPORTS[name],
      })),
      lists: lists.flatMap(({ kind, readBy, ...list }) =>
        isListKind(kind) && may(kind) ? [{ ...list, title: LIST_KINDS[kind].title, by: readBy.name }] : [],
      ),
    };
  },
});
