import { database } from '~/platform/db.server';
import type { Person } from '../../actor';
import { recordFacts } from '../../fact-record.server';
import { ukDay } from '../../uk-time';
import { actorOf } from '../queries/actor-of.server';
import { holds, isLive } from './api-token';
import type { ApiScope } from './api-scopes';
import { hashOfTokenSecret } from './token-secret.server';

/** Somebody who asks by a token: all that they are, but for no more than the token names. */
export interface TokenHolder {
  tokenId: string;
  person: Person;
  scopes: string[];
  holds: (scope: ApiScope) => boolean;
}

/**
 * Who a token stands for; null for one that is malformed, unknown, revoked, expired, or of somebody who could
 * not sign in. It was made in a session with the second factor, so it counts as given as long as there is one.
 */
export async function tokenHolder(text: string): Promise<TokenHolder | null> {
  const hash = hashOfTokenSecret(text);
  const token = hash && (await database().apiToken.findUnique({ where: { hash } }));
  if (!token || token.endedAt) return null;
  const person = await actorOf(token.personId, { storedId: null, secondFactorAt: token.madeAt });
  if (!person?.secondFactorPassed || !isLive(token, person.asOf)) return null;
  const today = ukDay(person.asOf);
  if (token.lastUsedOn?.getTime() !== today.getTime()) await noteUse(token, person, today);
  const { id: tokenId, scopes } = token;
  return { tokenId, person, scopes, holds: (scope) => holds(scopes, scope) };
}

/** The first use of a day is a fact; the others are not counted, and no hour is kept. */
async function noteUse(
  { id, prefix }: { id: string; prefix: string },
  person: Person,
  today: Date,
): Promise<void> {
  await database().$transaction(async (tx) => {
    const { count } = await tx.apiToken.updateMany({
      where: { id, endedAt: null, OR: [{ lastUsedOn: null }, { lastUsedOn: { lt: today } }] },
      data: { lastUsedOn: today },
    });
    if (count === 0) return;
    const about = { actor: person, now: person.asOf, command: 'people.use-api-token' };
    const data = { tokenId: id, prefix };
    await recordFacts(tx, about, [{ name: 'ApiTokenWasUsed', noun: 'person', nounId: person.id, data }]);
  });
}
