import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import type { Turn } from '../turns/turn';
import { turnsOf } from '../turns/turns-of.server';

const MOST = 20;

/** What competitions wait for from one member, what is due first before the rest. */
export const ownTurns = query({
  name: 'awards.own-turns',
  input: z.strictObject({}),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope, now }) =>
    scope
      ? db.$queryRaw<Turn[]>`SELECT * FROM (${turnsOf(scope, now)}) t
          ORDER BY due NULLS LAST, title, kind, reference LIMIT ${MOST}`
      : [],
});
