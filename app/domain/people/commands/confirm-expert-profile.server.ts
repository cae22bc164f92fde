import { z } from 'zod';
import { command } from '../../command.server';
import { maySeeNetwork } from '../person-policy';

/** One click: everything still holds. */
export const confirmExpertProfile = command({
  name: 'people.confirm-expert-profile',
  input: z.strictObject({}),
  load: async ({ tx, actor }) =>
    actor.kind === 'person'
      ? tx.expertProfile.findUnique({ where: { personId: actor.id }, select: { personId: true } })
      : null,
  authorise: maySeeNetwork,
  decide: ({ loaded: { personId } }) => ({
    change: { personId },
    facts: [{ name: 'ExpertProfileWasConfirmed', noun: 'person', nounId: personId }],
  }),
  save: async ({ tx, now }, { personId }) => {
    await tx.expertProfile.update({ where: { personId }, data: { confirmedAt: now } });
    return null;
  },
});
