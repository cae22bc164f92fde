import { z } from 'zod';
import { isMember, type Actor } from '../../actor';
import { query } from '../../query.server';

/** How many threat areas one's own profile names: without one no question finds its expert. */
export const ownThreatAreas = query({
  name: 'people.own-threat-areas',
  input: z.strictObject({}),
  visibleTo: (actor: Actor) => (isMember(actor) ? actor.id : null),
  read: ({ db, scope }) =>
    scope === null
      ? Promise.resolve(0)
      : db.expertTerm.count({ where: { personId: scope, term: { scheme: 'threatArea' } } }),
});
