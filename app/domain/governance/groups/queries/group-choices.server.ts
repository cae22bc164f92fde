import { z } from 'zod';
import { isAllowed } from '../../../policy';
import { query } from '../../../query.server';
import { mayReadGovernance } from '../../governance-policy';

/** Open groups to choose from, by name. */
export const groupChoices = query({
  name: 'governance.group-choices',
  input: z.strictObject({}),
  visibleTo: (actor) =>
    isAllowed(mayReadGovernance(actor)) ? { endings: { none: { reopenedOn: null } } } : null,
  read: ({ db, scope }) =>
    scope
      ? db.governanceGroup.findMany({
          where: scope,
          select: { reference: true, name: true },
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
        })
      : Promise.resolve(null),
});
