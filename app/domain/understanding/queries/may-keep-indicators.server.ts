import { z } from 'zod';
import { query } from '../../query.server';
import { authorisedTeams } from '../authorised-teams.server';
import { mayKeepIndicators } from '../understanding-policy';

/** Whether the actor keeps indicators: a verdict, because the teams that do are data. */
export const mayKeepIndicatorsNow = query({
  name: 'understanding.mayKeep',
  input: z.strictObject({}),
  visibleTo: (actor) => actor,
  read: async ({ db, scope }) => ({ verdict: mayKeepIndicators(scope, await authorisedTeams(db)) }),
});
