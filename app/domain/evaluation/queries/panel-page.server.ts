import { z } from 'zod';
import { isMember } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
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
              : { name: { contains: find, mode: 'insensitive' } }),
          },
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
          take: MOST_FOUND,
          select: { reference: true, name: true, title: true },
        })
      : [];
    return {
      ...headingOf(competition),
      find,
      fewest: question.route.minimumEvaluators,
      members: members.map(({ person, role, appointedAt }) => ({
        reference: person.reference,
        name: person.name,
        role: CAPACITY_NAMES[role],
        appointedAt,
      })),
      hasModerator: members.some(({ role }) => role === 'moderator'),
      candidates,
      may: { change: changes },
    };
  },
});
