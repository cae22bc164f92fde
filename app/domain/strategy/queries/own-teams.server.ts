import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { ukDay } from '../../uk-time';

/** Teams that the actor answers for. */
export const ownTeams = query({
  name: 'strategy.ownTeams',
  input: z.strictObject({}),
  visibleTo: (actor) =>
    isMember(actor)
      ? actor.teams
          .filter(({ roles }) => roles.includes('seniorResponsibleOwner'))
          .map(({ teamId }) => teamId)
      : [],
  read: async ({ db, scope, now }) => {
    const rows = await db.team.findMany({
      where: { id: { in: scope }, closedAt: null },
      select: { reference: true, name: true, organisation: { select: { name: true } } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    });
    const teams = rows.map(({ organisation, ...team }) => ({ ...team, organisation: organisation.name }));
    return { teams, today: ukDay(now) };
  },
});
