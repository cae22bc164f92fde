import { z } from 'zod';
import { command } from '../../command.server';
import { listInput, textInput } from '../../form-inputs';
import { refuse } from '../../refusal';
import { mayChangeOwnAccount } from '../person-policy';
import { apiScopes } from '../tokens/api-scopes';
import { endOfLife, LIFETIMES, MOST_TOKENS } from '../tokens/api-token';
import { newTokenSecret } from '../tokens/token-secret.server';

const lifetimes = Object.keys(LIFETIMES) as [string, ...string[]];

/** The token is answered once, here, and never again. */
export const makeApiToken = command({
  name: 'people.make-api-token',
  secret: true,
  input: z.strictObject({
    name: textInput('Say what the token is for', 80, 'What it is for'),
    scopes: listInput(z.enum(apiScopes)).refine((chosen) => chosen.length > 0, {
      error: 'Choose what it may be used for',
    }),
    days: z.enum(lifetimes, { error: 'Choose how long it lives' }),
  }),
  load: async ({ tx, actor }) => {
    if (actor.kind !== 'person') return null;
    await tx.$queryRaw`SELECT id FROM person WHERE id = ${actor.id}::uuid FOR UPDATE`;
    const live = { personId: actor.id, endedAt: null, expiresAt: { gt: actor.asOf } };
    return { personId: actor.id, live: await tx.apiToken.count({ where: live }) };
  },
  authorise: mayChangeOwnAccount,
  decide: ({ loaded: { personId, live }, input, now, newId }) => {
    if (live >= MOST_TOKENS)
      return refuse('TooManyTokens', `You have ${MOST_TOKENS} tokens. Revoke one that is not used any more.`);
    const id = newId();
    const scopes = apiScopes.filter((scope) => input.scopes.includes(scope));
    const expiresAt = endOfLife(now, Number(input.days));
    const secret = newTokenSecret();
    const data = { tokenId: id, prefix: secret.prefix, scopes, days: Number(input.days) };
    return {
      change: { row: { id, personId, name: input.name, scopes, madeAt: now, expiresAt }, secret },
      facts: [{ name: 'ApiTokenWasMade', noun: 'person', nounId: personId, data }],
    };
  },
  save: async ({ tx }, { row, secret: { token, prefix, hash } }) => {
    await tx.apiToken.create({ data: { ...row, prefix, hash } });
    return { token, name: row.name, expiresAt: row.expiresAt };
  },
});
