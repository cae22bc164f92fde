import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '~/domain/command.server';
import { makeApiToken } from '~/domain/people/commands/make-api-token.server';
import { ownData } from '~/domain/people/queries/own-data.server';
import { MOST_TOKENS } from '~/domain/people/tokens/api-token';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { actorFor, makeAccount, makePerson } from '../../../../tests/support/factories/people';
import { makeToken } from '../../../../tests/support/factories/tokens';
import { send, visit } from '../../../../tests/support/site';
import { deadLinks } from '../../../../tests/support/site/links';
import { program } from '../../../../tests/support/site/program';
import { halfwayCookie } from '../../../../tests/support/site/signed-in';
import { toldOf } from '../../../../tests/support/told';

const database = useDatabase();
let person: { id: string };
let other: { id: string };

beforeAll(async () => {
  [person, other] = await Promise.all([makePerson({ expert: true }), makePerson()]);
});

const FORM = { name: 'Weekly report', scopes: ['read:experts', 'read:findings'], days: '90' };
const list = (as = person.id) => visit(paths.ownTokens(), { as });
const make = (fields = {}, as = person.id) => send(paths.newToken(), { ...FORM, ...fields }, { as });

describe('making a token', () => {
  test('shows it once, and keeps nothing that opens anything', async () => {
    const form = await visit(paths.newToken(), { as: person.id });
    expect(form.fields).toMatchObject({ days: '90', scopes: [] });
    const made = await make();
    expect([made.status, made.heading]).toEqual([200, 'Keep your token']);
    const token = made.$('code').text();
    expect(token).toMatch(/^soundings_[0-9A-Za-z]{40}_[0-9A-Za-z]{6}$/);
    const row = await database.db.apiToken.findFirstOrThrow({ where: { personId: person.id } });
    expect(JSON.stringify(row)).not.toContain(token.slice(18, 50));
    expect(row).toMatchObject({ prefix: token.slice(10, 18), scopes: ['read:findings', 'read:experts'] });
    const shown = await list();
    expect(shown.html).not.toContain(token.slice(18, 50));
    expect(shown.rows[0]?.slice(0, 4)).toEqual([
      ...['Weekly report', `soundings_${row.prefix}…`, 'read:findings, read:experts', 'Never'],
    ]);
    expect((await program('/experts', { token })).status).toBe(200);
    expect((await list()).rows[0]?.[3]).not.toBe('Never');
    expect(await deadLinks(shown, { as: person.id })).toEqual([]);
  });

  test('is a fact and a notice to whoever it is for', async () => {
    const fact = await database.db.fact.findFirstOrThrow({ where: { name: 'ApiTokenWasMade' } });
    expect(fact).toMatchObject({ actorId: person.id, nounId: person.id, data: { days: 90 } });
    expect(JSON.stringify(fact.data)).not.toContain('Weekly report');
    expect(await toldOf('ApiTokenWasMade', person.id)).toMatchObject({
      ...{ people: [person.id], paths: [paths.ownTokens()] },
    });
  });

  test('asks for what is missing, keeps what was typed, and takes no scope of its own making', async () => {
    const empty = await make({ name: '', scopes: [], days: '' });
    expect([empty.status, empty.errors]).toEqual([
      ...[422, ['Say what the token is for', 'Choose what it may be used for', 'Choose how long it lives']],
    ]);
    const wrong = await make({ scopes: ['read:everything'], days: '3650' });
    expect([wrong.status, wrong.fields['name']]).toEqual([422, 'Weekly report']);
    expect(await database.db.apiToken.count({ where: { personId: person.id } })).toBe(1);
  });

  test('ends at the most that one person needs, also at once', async () => {
    const greedy = await makePerson();
    for (let count = 1; count < MOST_TOKENS; count += 1) await makeToken(greedy.id);
    const actor = await actorFor(greedy.id);
    const outcomes = await Promise.all([1, 2, 3].map(() => run(makeApiToken, actor, FORM)));
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused', 'refused']);
    await moveClock('91 days');
    expect((await make({}, greedy.id)).heading).toBe('Keep your token');
  });
});

describe('revoking a token', () => {
  test('ends it at once; nobody else can', async () => {
    const token = await makeToken(person.id, { days: 300 });
    const prefix = token.slice(10, 18);
    expect((await send(paths.ownTokens(), { token: prefix }, { as: other.id })).status).toBe(404);
    expect((await program('/experts', { token })).status).toBe(200);
    const revoked = await send(paths.ownTokens(), { token: prefix }, { as: person.id });
    expect([revoked.status, revoked.banner]).toEqual([303, 'The token “Test” is revoked']);
    expect((await program('/experts', { token })).status).toBe(401);
    expect((await send(paths.ownTokens(), { token: prefix }, { as: person.id })).status).toBe(409);
    const { text } = await list();
    expect(text).toMatch(/Tokens that have ended.*Revoked by you/);
    expect(text).toContain('Expired on');
  });

  test('is for good, and a token is never given more', async () => {
    const { id } = await database.db.apiToken.findFirstOrThrow({ where: { endedBy: 'person' } });
    for (const data of [{ endedAt: null, endedBy: null }, { scopes: ['write:terms'] }])
      await expect(database.db.apiToken.update({ where: { id }, data })).rejects.toThrow('ApiTokenIsKept');
    const row = {
      ...(await database.db.apiToken.findUniqueOrThrow({ where: { id } })),
      endedAt: null,
      endedBy: null,
    };
    const changed = { id: row.id.replace(/^./, 'f'), prefix: 'abcdefgh', hash: new Uint8Array(32) };
    for (const wrong of [
      { scopes: ['read:everything'] },
      { scopes: [] },
      { name: '' },
      { hash: new Uint8Array(31) },
      { expiresAt: new Date(row.madeAt.getTime() + 367 * 86_400_000) },
    ])
      await expect(database.db.apiToken.create({ data: { ...row, ...changed, ...wrong } })).rejects.toThrow(
        /api_token_\w+_check/,
      );
  });
});

test('the pages are for oneself, with the second factor', async () => {
  expect((await visit(paths.ownTokens())).location).toContain(paths.signIn());
  const account = await makeAccount();
  const cookie = await halfwayCookie(account.id);
  for (const path of [paths.ownTokens(), paths.newToken()])
    expect((await visit(path, { cookie })).location).toContain(paths.secondFactorChallenge());
  expect((await send(paths.newToken(), FORM, { cookie })).location).toContain(paths.secondFactorChallenge());
  expect((await list(other.id)).text).toContain('You have no token');
});

test('what one is given of oneself names the tokens, without what opens anything', async () => {
  const held = await ask(ownData, await actorFor(person.id), {});
  expect(held?.person.apiTokens[0]).toMatchObject({ name: expect.any(String) as string });
  expect(JSON.stringify(held?.person.apiTokens)).not.toContain('hash');
});
