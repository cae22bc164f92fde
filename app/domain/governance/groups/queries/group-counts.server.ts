import { z } from 'zod';
import { isAllowed } from '../../../policy';
import { query } from '../../../query.server';
import { ukDay } from '../../../uk-time';
import { mayReadGovernance } from '../../governance-policy';
import { countsOverTime } from '../group';

/** How many groups there were of each kind over time, from their openings and endings. */
export const groupCounts = query({
  name: 'governance.group-counts',
  input: z.strictObject({}),
  visibleTo: (actor) => (isAllowed(mayReadGovernance(actor)) ? {} : null),
  read: async ({ db, scope, now }) => {
    if (!scope) return null;
    const groups = await db.governanceGroup.findMany({
      where: scope,
      select: {
        ...{ kind: true, openedOn: true },
        endings: { select: { kind: true, endedOn: true, reopenedOn: true } },
      },
    });
    return countsOverTime(groups, ukDay(now));
  },
});
