import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { mayAuthoriseTeams } from '../understanding-policy';

const MOST = 1000;

/** Teams that rate now, and those that could. */
export const ratingTeams = query({
  name: 'understanding.teams',
  input: z.strictObject({}),
  visibleTo: (actor) => mayAuthoriseTeams(actor),
  read: async ({ db, scope }) => {
    if (!isAllowed(scope)) return null;
    const teams = await db.$queryRaw<
      { reference: string; name: string; organisation: string; since: Date | null }[]
    >`
      SELECT t.reference, t.name, o.name AS organisation, u.authorised_at AS since
      FROM team t JOIN organisation o ON o.id = t.organisation_id
      LEFT JOIN understanding_team u ON u.team_id = t.id AND u.ended_at IS NULL
      WHERE t.closed_at IS NULL ORDER BY o.name, t.name, t.id LIMIT ${MOST}`;
    return {
      rating: teams.filter(({ since }) => since !== null),
      others: teams.filter(({ since }) => since === null),
    };
  },
});
