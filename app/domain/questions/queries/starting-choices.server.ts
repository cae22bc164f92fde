import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';

export interface StartingChoices {
  teams: { reference: string; name: string; organisation: string }[];
  routes: { slug: string; name: string; purpose: string; biddingWorkingDays: number }[];
}

/** For whom one may start a question, and by which routes. */
export const startingChoices = query({
  name: 'questions.starting-choices',
  input: z.strictObject({}),
  visibleTo: (actor) =>
    isMember(actor)
      ? actor.teams.filter(({ roles }) => roles.includes('author')).map(({ teamId }) => teamId)
      : [],
  read: async ({ db, scope }): Promise<StartingChoices> => {
    const teams = await db.team.findMany({
      where: { id: { in: scope }, closedAt: null },
      select: { reference: true, name: true, organisation: { select: { name: true } } },
      orderBy: { name: 'asc' },
    });
    const routes = await db.route.findMany({
      where: { retiredAt: null },
      select: { slug: true, name: true, purpose: true, biddingWorkingDays: true },
      orderBy: { position: 'asc' },
    });
    return { teams: teams.map((team) => ({ ...team, organisation: team.organisation.name })), routes };
  },
});
