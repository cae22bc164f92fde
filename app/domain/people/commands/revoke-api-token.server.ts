import { z } from 'zod';
import { command } from '../../command.server';
import { refuse } from '../../refusal';
import { mayChangeOwnAccount } from '../person-policy';

/** Ends one token of one's own, named by the letters that it begins with. */
export const revokeApiToken = command({
  name: 'people.revoke-api-token',
  input: z.strictObject({ token: z.string().regex(/^[0-9A-Za-z]{8}$/) }),
  load: async ({ tx, actor, input }) => {
    if (actor.kind !== 'person') return null;
    const [row] = await tx.$queryRaw<{ id: string; name: string; endedAt: Date | null }[]>`
      SELECT id, name, ended_at AS "endedAt" FROM api_token
      WHERE prefix = ${input.token} AND person_id = ${actor.id}::uuid FOR UPDATE`;
    return row ? { ...row, personId: actor.id, prefix: input.token } : null;
  },
  authorise: mayChangeOwnAccount,
  decide: ({ loaded: { id, name, personId, prefix, endedAt } }) =>
    endedAt
      ? refuse('TokenHasEnded', 'This token has ended already.', { stale: true })
      : {
          change: { id, name },
          facts: [
            { name: 'ApiTokenWasRevoked', noun: 'person', nounId: personId, data: { tokenId: id, prefix } },
          ],
        },
  save: async ({ tx, now }, { id, name }) => {
    await tx.apiToken.update({ where: { id }, data: { endedAt: now, endedBy: 'person' } });
    return { name };
  },
});
