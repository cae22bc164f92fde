import { z } from 'zod';
import { command } from '../../command.server';
import { mayChangeOwnAccount } from '../person-policy';

/** One other session of one's own, named by the start of its stored hash, or all of them. */
export const endOwnSessions = command({
  name: 'people.end-own-sessions',
  input: z.strictObject({ session: z.string().regex(/^([\w-]{16}|others)$/) }),
  load: async ({ tx, actor, input }) => {
    if (actor.kind !== 'person') return null;
    const sessions = await tx.session.findMany({
      where: {
        personId: actor.id,
        id: {
          not: actor.sessionId ?? '',
          ...(input.session === 'others' ? {} : { startsWith: input.session }),
        },
      },
      select: { id: true },
    });
    return { personId: actor.id, ids: sessions.map(({ id }) => id) };
  },
  authorise: mayChangeOwnAccount,
  decide: ({ loaded: { personId, ids } }) => ({
    change: { ids },
    facts:
      ids.length === 0
        ? []
        : [{ name: 'SessionsWereEnded', noun: 'person', nounId: personId, data: { count: ids.length } }],
  }),
  save: async ({ tx }, { ids }) => {
    await tx.session.deleteMany({ where: { id: { in: ids } } });
    return { count: ids.length };
  },
});
