import { z } from 'zod';
import type { Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { planInvitations } from '../invitations/invitation-list';
import { knownToPlan } from '../invitations/known-to-plan.server';
import { mayInvite } from '../person-policy';

/** The dry run: what each line of a list would come to. Nothing is written. */
export const invitationPlan = query({
  name: 'people.invitation-plan',
  input: z.strictObject({ list: z.string().max(200_000) }),
  visibleTo: (actor: Actor) => isAllowed(mayInvite(actor)),
  read: async ({ db, scope, input }) => (scope ? planInvitations(input.list, await knownToPlan(db)) : null),
});
