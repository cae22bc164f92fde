import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { milestoneKinds } from '../delivery/milestone-kinds.server';

/** The kinds that a milestone can have: for whoever plans one. */
export const milestoneKindList = query({
  name: 'awards.milestone-kinds',
  input: z.strictObject({}),
  visibleTo: (actor) => isMember(actor),
  read: async ({ db, scope }) => (scope ? milestoneKinds(db) : null),
});
