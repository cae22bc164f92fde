import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { allowIf } from '../../policy';

/** One notice, or every one. Reading one's own notices is nobody's business, so it leaves no fact. */
export const markNoticesRead = command({
  name: 'notifications.mark-read',
  input: z.strictObject({ notice: z.union([z.literal('all'), z.uuid()]) }),
  load: async ({ tx, actor, input }) => {
    if (!isPerson(actor)) return null;
    if (input.notice === 'all') return { where: { personId: actor.id } };
    const where = { id: input.notice, personId: actor.id };
    return (await tx.notice.count({ where })) === 1 ? { where } : null;
  },
  authorise: (actor) => allowIf(isPerson(actor), 'Sign in first.'),
  decide: ({ loaded }) => ({ change: loaded.where, facts: [] }),
  save: async ({ tx, now }, where) => {
    const { count } = await tx.notice.updateMany({
      where: { ...where, readAt: null },
      data: { readAt: now },
    });
    return { count };
  },
});
