import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';

/** The organisations that an actor may speak for when recording what a finding changed. */
export const ownOrganisations = query({
  name: 'ratings.own-organisations',
  input: z.strictObject({}),
  visibleTo: (actor) =>
    isMember(actor)
      ? [...actor.organisationIds, ...actor.teams.map(({ organisationId }) => organisationId)]
      : [],
  read: ({ db, scope }) =>
    db.organisation.findMany({
      where: { id: { in: scope } },
      orderBy: { name: 'asc' },
      select: { reference: true, name: true },
    }),
});
