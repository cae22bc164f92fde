import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { isMember } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { holdingText } from '../../same-text';
import { mayChangePanel } from '../commands/appoint-panel-member.server';
import { CAPACITY_NAMES, livePanel } from '../competition';
import { mayRunPanel, maySeeEvaluation } from '../evaluation-policy';
import { headingOf, isSeen, seenCompetition } from '../seen-competition.server';

const MOST_FOUND = 20;

/** The panel, and people who could join it: the team, or verified members whose name holds the words looked for. */
export const panelPage = query({
  name: 'evaluation.panel',
  input: z.strictObject({ reference: referenceInput, find: z.string().max(100).optional() }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input }) => {
    if (!scope) return null;
    const competition = await seenCompetition(db, actor, input.reference, (who, { question }) =>
      maySeeEvaluation(who, question),
    );
    if (!isSeen(competition)) return competition;
    const { question } = competition;
    const changes = mayChangePanel(competition) && isAllowed(mayRunPanel(actor, question));
    const members = livePanel(competition);
    const find = input.find?.trim() ?? '';
    const candidates = changes
      ? await db.person.findMany({
          where: {
            verifiedAt: { not: null },
            suspendedAt: null,
            erasedAt: null,
            mergedIntoId: null,
            id: { notIn: members.map(({ person }) => person.id) },
            ...(find === ''
              ? { teamMemberships: { some: { teamId: question.teamId, endsAt: null } } }
              : { name: holdingText(find) }),
          },
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
          take: MOST_FOUND,
          select: { reference: true, name: true, title: true },
        })
      : [];
    const lotsOf = await lotsByMember(db, question.id);
    return {
      ...headingOf(competition),
      lots: (competition.lots ?? []).map(({ number, title }) => ({ number, title })),
      find,
      fewest: question.route.minimumEvaluators,
      members: members.map(({ person, role, appointedAt }) => ({
        reference: person.reference,
        name: person.name,
        role: CAPACITY_NAMES[role],
        evaluates: role === 'evaluator',
        /** All of them where empty. */
        lots: lotsOf(person.id),
        appointedAt,
      })),
      hasModerator: members.some(({ role }) => role === 'moderator'),
      candidates,
      may: { change: changes },
    };
  },
});

/** The lots to which each member is limited. */
async function lotsByMember(db: Db, questionId: string): Promise<(personId: string) => number[]> {
  const limited = await db.panelLot.findMany({
    where: { lot: { questionId } },
    select: { personId: true, lot: { select: { number: true } } },
  });
  return (personId) =>
    limited.flatMap((one) => (one.personId === personId ? [one.lot.number] : [])).sort((a, b) => a - b);
}
