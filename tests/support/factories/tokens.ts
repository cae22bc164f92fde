import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { apiScopes, type ApiScope } from '~/domain/people/tokens/api-scopes';
import { newTokenSecret } from '~/domain/people/tokens/token-secret.server';

const DAY_MS = 86_400_000;

/** A token of a person, for everything unless told otherwise; used today already, so that it leaves no fact. */
export async function makeToken(
  personId: string,
  over: { scopes?: ApiScope[]; days?: number; unused?: boolean } = {},
): Promise<string> {
  const { token, prefix, hash } = newTokenSecret();
  const madeAt = new Date();
  const expiresAt = new Date(madeAt.getTime() + (over.days ?? 90) * DAY_MS);
  const lastUsedOn = over.unused ? null : new Date(madeAt.toISOString().slice(0, 10));
  await database().apiToken.create({
    data: {
      ...{ id: newId(), personId, name: 'Test', prefix, hash, madeAt, expiresAt, lastUsedOn },
      scopes: over.scopes ?? [...apiScopes],
    },
  });
  return token;
}
