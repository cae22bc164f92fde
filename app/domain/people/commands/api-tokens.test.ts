import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '~/domain/command.server';
import { ask } from '~/domain/query.server';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import {
  actorFor,
  actorInSession,
  makeAccount,
  makePerson,
} from '../../../../tests/support/factories/people';
import { makeToken } from '../../../../tests/support/factories/tokens';
import { visitorNow } from '../../../../tests/support/factories/visitor';
import { done, ending } from '../../../../tests/support/outcome';
import { ownApiTokens } from '../queries/own-api-tokens.server';
import { tokenHolder } from '../tokens/token-actor.server';
import { makeApiToken } from './make-api-token.server';
import { revokeApiToken } from './revoke-api-token.server';

const database = useDatabase();
const FORM = { name: 'Weekly report', scopes: ['read:findings'], days: '30' };
let holder: { id: string };
let other: { id: string };
let account: { id: string };

beforeAll(async () => {
  [holder, other, account] = await Promise.all([makePerson(), makePerson(), makeAccount()]);
});

const prefixOf = (token: string) => token.slice(10, 18);
const made = async (fields = {}, id = holder.id) =>
  done(await run(makeApiToken, await actorFor(id), { ...FORM, ...fields })).token;
const revoked = async (token: string, id = holder.id) =>
  ending(await run(revokeApiToken, await actorFor(id), { token: prefixOf(token) }));
const facts = (name: string, nounId = holder.id) =>
  database.db.fact.findMany({ where: { name, nounId }, orderBy: { id: 'asc' } });

describe('making a token', () => {
  test('keeps scopes in one order, once each, and ends it on the day chosen', async () => {
    const token = await made({ scopes: ['write:terms', 'read:findings', 'write:terms'], days: '7' });
    const row = await database.db.apiToken.findUniqueOrThrow({ where: { prefix: prefixOf(token) } });
    expect(row.scopes).toEqual(['read:findings', 'write:terms']);
    expect(row.expiresAt.getTime() - row.madeAt.getTime()).toBe(7 * 86_400_000);
    expect(row).toMatchObject({ personId: holder.id, endedAt: null, endedBy: null, lastUsedOn: null });
    expect((await tokenHolder(token))?.scopes).toEqual(row.scopes);
  });

  test('leaves no letter of the secret in any fact', async () => {
    const token = await made();
    const [fact] = (await facts('ApiTokenWasMade')).slice(-1);
    expect(fact?.data).toMatchObject({ prefix: prefixOf(token), scopes: ['read:findings'], days: 30 });
    const told = async (words: string) =>
      (await database.db.$queryRaw<unknown[]>`SELECT FROM fact f WHERE f::text LIKE ${`%${words}%`}`).length;
    expect(await told(prefixOf(token))).toBe(1);
    expect(await told(token.slice(18, 30))).toBe(0);
  });

  test.each([
    ['no name', { name: '  ' }],
    ['a name without end', { name: 'x'.repeat(81) }],
    ['no scope', { scopes: [] }],
    ['a scope that is none', { scopes: ['read:findings', 'read:*'] }],
    ['days of its own', { days: '31' }],
    ['days as a number', { days: 30 }],
    ['a person of its own', { personId: 'x' }],
  ])('with %s is refused before anything is read', async (_what, fields) => {
    const before = await database.db.apiToken.count();
    expect(ending(await run(makeApiToken, await actorFor(holder.id), { ...FORM, ...fields }))).toBe(
      'invalid',
    );
    expect(await database.db.apiToken.count()).toBe(before);
  });

  test('is for whoever signed in with the second factor', async () => {
    expect(ending(await run(makeApiToken, await visitorNow(), FORM))).toMatch(/hidden|denied/);
    const halfway = await actorInSession(account.id, false);
    expect(ending(await run(makeApiToken, halfway, FORM))).toBe('denied');
    expect(ending(await run(makeApiToken, await actorInSession(account.id), FORM))).toBe('done');
  });
});

describe('revoking a token', () => {
  test('is done once, by its holder, and says how it ended', async () => {
    const token = await made();
    expect(await revoked(token, other.id)).toBe('hidden');
    expect(ending(await run(revokeApiToken, await visitorNow(), { token: prefixOf(token) }))).toBe('hidden');
    expect(await tokenHolder(token)).not.toBeNull();
    const both = await Promise.all([revoked(token), revoked(token)]);
    expect(both.toSorted()).toEqual(['TokenHasEnded', 'done']);
    expect(await tokenHolder(token)).toBeNull();
    const row = await database.db.apiToken.findUniqueOrThrow({ where: { prefix: prefixOf(token) } });
    expect(row.endedBy).toBe('person');
    expect((await facts('ApiTokenWasRevoked')).map(({ data }) => data)).toEqual([
      { tokenId: row.id, prefix: prefixOf(token) },
    ]);
  });

  test.each(['', 'short', 'with_sign', "' OR 1=1", 'ninechars'])('%j names none', async (token) => {
    expect(ending(await run(revokeApiToken, await actorFor(holder.id), { token }))).toBe('invalid');
  });

  test('that nobody has is hidden, as that of another is', async () => {
    expect(await revoked(`soundings_${'0'.repeat(8)}`)).toBe('hidden');
  });
});

describe('who a token stands for', () => {
  test('is nobody for what is no token, and for one that was never made', async () => {
    const token = await makeToken(other.id);
    for (const text of ['', token.slice(1), `${token} `, token.toLowerCase(), 'soundings_'])
      expect(await tokenHolder(text), text).toBeNull();
    expect(await tokenHolder(token)).toMatchObject({ person: { id: other.id, sessionId: null } });
  });

  test('holds what was named and no more', async () => {
    const narrow = await tokenHolder(await made({ scopes: ['read:strategy'] }));
    expect([narrow?.holds('read:strategy'), narrow?.holds('write:terms')]).toEqual([true, false]);
  });

  test('is noted on the first use of a UK day, by day alone', async () => {
    const token = await makeToken(other.id, { unused: true });
    const row = () => database.db.apiToken.findUniqueOrThrow({ where: { prefix: prefixOf(token) } });
    await Promise.all([tokenHolder(token), tokenHolder(token), tokenHolder(token)]);
    expect(await facts('ApiTokenWasUsed', other.id)).toHaveLength(1);
    const first = (await row()).lastUsedOn;
    expect(first?.toISOString()).toMatch(/T00:00:00.000Z$/);
    await moveClock('1 day');
    await tokenHolder(token);
    await tokenHolder(token);
    const used = await facts('ApiTokenWasUsed', other.id);
    expect(used.map(({ data }) => (data as { prefix: string }).prefix)).toEqual([
      ...[prefixOf(token), prefixOf(token)],
    ]);
    expect((await row()).lastUsedOn?.getTime()).toBeGreaterThan(first?.getTime() ?? Infinity);
  });
});

describe('the list of one’s own tokens', () => {
  test('has those that work apart from those that ended, and nothing that opens anything', async () => {
    const person = await makePerson();
    const [first, second] = [await makeToken(person.id, { days: 7 }), await makeToken(person.id)];
    const third = await makeToken(person.id);
    expect(await revoked(third, person.id)).toBe('done');
    const list = async () => {
      const found = await ask(ownApiTokens, await actorFor(person.id), {});
      return [found?.live, found?.ended].map((rows) => rows?.map(({ prefix }) => prefix).toSorted());
    };
    expect(await list()).toEqual([[first, second].map(prefixOf).toSorted(), [prefixOf(third)]]);
    await moveClock('8 days');
    expect(await list()).toEqual([[prefixOf(second)], [first, third].map(prefixOf).toSorted()]);
    const found = await ask(ownApiTokens, await actorFor(person.id), {});
    const names = Object.keys(found?.live[0] ?? {});
    expect(names).toContain('prefix');
    expect(names.filter((name) => /hash|Id$|^id$/.test(name))).toEqual([]);
  });

  test('is nobody else’s, nor of half a sign-in', async () => {
    expect((await ask(ownApiTokens, await actorFor((await makePerson()).id), {}))?.live).toEqual([]);
    expect(await ask(ownApiTokens, await visitorNow(), {})).toBeNull();
    expect(await ask(ownApiTokens, await actorInSession(account.id, false), {})).toBeNull();
  });
});
