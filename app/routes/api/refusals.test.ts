import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '~/domain/command.server';
import { mergeRows } from '~/domain/curation/same-person/merge-rows.server';
import { changePassword } from '~/domain/people/commands/change-password.server';
import { removeSecondFactor } from '~/domain/people/commands/remove-second-factor.server';
import { erasePerson } from '~/domain/people/commands/erase-person.server';
import { suspendPerson } from '~/domain/people/commands/suspend-person.server';
import { API_LIMITS, countRequest } from '~/web/api/rate-windows';
import { moveClock, useDatabase } from '../../../tests/support/database';
import {
  actorFor,
  actorInSession,
  makeAccount,
  makePerson,
  PASSWORD,
} from '../../../tests/support/factories/people';
import { makeToken } from '../../../tests/support/factories/tokens';
import { cookieFor } from '../../../tests/support/journey/session';
import { program } from '../../../tests/support/site/program';

const database = useDatabase();
let person: { id: string };
let token: string;

beforeAll(async () => {
  person = await makePerson({ expert: true });
  token = await makeToken(person.id);
});

const about = (kind: string) => `/about/api#${kind}`;
const typeOf = (json: Record<string, unknown> | null) => json?.['type'];
const works = async (one: string) => (await program('/experts', { token: one })).status === 200;

describe('a token', () => {
  test.each([
    ['nothing at all', 'Bearer '],
    ['another scheme', 'Basic YTpi'],
    ['something else', 'Bearer abc'],
    ['two words', 'Bearer a b'],
    ['one with a wrong check', ''],
    ['one that was never made', `Bearer soundings_${'a'.repeat(40)}_${'b'.repeat(6)}`],
  ])('that is %s lets nobody in, not even to what is public', async (what, given) => {
    const last = token.at(-1) === 'a' ? 'b' : 'a';
    const header = what === 'one with a wrong check' ? `Bearer ${token.slice(0, -1)}${last}` : given;
    const { status, json, headers } = await program('/findings', { headers: { Authorization: header } });
    expect([status, typeOf(json)]).toEqual([401, about('badToken')]);
    expect(headers.get('WWW-Authenticate')).toBe('Bearer realm="Soundings", error="invalid_token"');
  });

  test('is the only way in: cookies and parameters are none', async () => {
    const cookie = await cookieFor(person.id);
    expect((await program('/experts', { headers: { Cookie: cookie } })).status).toBe(401);
    expect((await program(`/findings?access_token=${token}`)).status).toBe(400);
    const answered = await program('/experts', { token });
    expect(answered.headers.getSetCookie()).toEqual([]);
    expect(answered.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  test('gives nobody more than it names', async () => {
    const narrow = await makeToken(person.id, { scopes: ['read:findings'] });
    expect((await program('/findings', { token: narrow })).status).toBe(200);
    for (const path of ['/experts', '/questions', '/organisations', '/terms'])
      expect(typeOf((await program(path, { token: narrow })).json)).toBe(about('scopeMissing'));
  });

  test('ends when its time is over', async () => {
    const short = await makeToken(person.id, { days: 7 });
    expect(await works(short)).toBe(true);
    await moveClock('8 days');
    expect([await works(short), await works(token)]).toEqual([false, true]);
  });

  test('ends with the password, with the second factor and with the account', async () => {
    const account = await makeAccount();
    const administrator = await actorFor((await makePerson({ roles: ['administrator'] })).id);
    const made = () => makeToken(account.id);
    const ended = async (one: string) =>
      [
        await works(one),
        (
          await database.db.apiToken.findFirstOrThrow({
            where: { personId: account.id },
            orderBy: { madeAt: 'desc' },
          })
        ).endedBy,
      ] as const;

    const first = await made();
    expect(await works(first)).toBe(true);
    const actor = await actorInSession(account.id);
    await run(changePassword, actor, { currentPassword: PASSWORD, password: 'four other random words' });
    expect(await ended(first)).toEqual([false, 'password']);
    const second = await made();
    await run(removeSecondFactor, actor, { password: 'four other random words' });
    expect(await ended(second)).toEqual([false, 'secondFactor']);
    const third = await made();
    expect(await works(third), 'there is no second factor').toBe(false);
    await run(suspendPerson, administrator, { person: account.reference, reason: 'Left' });
    expect(await ended(third)).toEqual([false, 'suspension']);
    const facts = await database.db.fact.findMany({
      where: { name: 'ApiTokensWereEnded', nounId: account.id },
    });
    expect(facts.map(({ data }) => data)).toEqual([
      { count: 1, why: 'password' },
      { count: 1, why: 'secondFactor' },
      { count: 1, why: 'suspension' },
    ]);
  });

  test('goes with an account that is erased, or merged into another', async () => {
    const administrator = await actorFor((await makePerson({ roles: ['administrator'] })).id);
    const [gone, merged, kept] = [
      await makePerson({ name: 'Ada Gone' }),
      await makePerson(),
      await makePerson(),
    ];
    const [first, second] = [await makeToken(gone.id), await makeToken(merged.id)];
    const input = { person: gone.reference, basis: 'request', confirmation: 'Ada Gone' };
    expect((await run(erasePerson, administrator, input)).kind).toBe('done');
    expect(await database.db.apiToken.count({ where: { personId: gone.id } })).toBe(0);
    await database.db.$transaction((tx) =>
      mergeRows(tx, { keptId: kept.id, mergedId: merged.id, now: new Date() }),
    );
    expect([await works(first), await works(second)]).toEqual([false, false]);
    const ended = await database.db.apiToken.findFirstOrThrow({ where: { personId: merged.id } });
    expect(ended.endedBy).toBe('merge');
  });

  test('of somebody who lost a role has lost what the role gave', async () => {
    const keeper = await makePerson({ roles: ['coordinator'] });
    const [theirs, unlisted] = [await makeToken(keeper.id), await makePerson({ expert: true })];
    await database.db.expertProfile.update({ where: { personId: unlisted.id }, data: { listed: false } });
    const status = async () => (await program(`/experts/${unlisted.reference}`, { token: theirs })).status;
    expect(await status()).toBe(200);
    await database.db.installationRoleGrant.updateMany({
      where: { personId: keeper.id },
      data: { revokedAt: new Date() },
    });
    expect(await status()).toBe(404);
  });

  test('leaves one fact a day, however often it is used', async () => {
    const fresh = await makeToken(person.id, { unused: true });
    const used = () => database.db.fact.count({ where: { name: 'ApiTokenWasUsed', nounId: person.id } });
    const before = await used();
    await Promise.all([1, 2, 3].map(() => program('/findings', { token: fresh })));
    await program('/experts', { token: fresh });
    expect(await used()).toBe(before + 1);
  });
});

describe('a request', () => {
  test.each([
    ['no address', '/nothing', 404, 'absent'],
    ['an address with more behind it', '/findings/', 404, 'absent'],
    ['the root', '', 404, 'absent'],
    ['an unknown parameter', '/findings?page=2', 400, 'unknownAddress'],
    ['a limit beyond the most', '/findings?limit=101', 400, 'unknownAddress'],
    ['a limit of nothing', '/findings?limit=0', 400, 'unknownAddress'],
    ['a cursor of its own making', '/findings?cursor=x', 400, 'unknownAddress'],
    ['a year of words', '/findings?from=never', 400, 'unknownAddress'],
    ['something that cannot be a reference', "/findings/'--", 404, 'absent'],
  ])('of %s is answered as a problem', async (_what, path, status, kind) => {
    const answered = await program(path);
    expect([answered.status, typeOf(answered.json)]).toEqual([status, about(kind)]);
    expect(answered.type).toBe('application/problem+json; charset=utf-8');
    expect(answered.json).toMatchObject({ status, reference: 'REFERENC' });
    expect(answered.headers.get('Cache-Control')).toBe('no-store');
  });

  test('says which parameter is wrong', async () => {
    const { json } = await program('/findings?limit=101&colour=red');
    expect(json?.['errors']).toEqual([
      { pointer: '?/limit', detail: expect.stringContaining('100') as string },
      { pointer: '?/colour', detail: 'This field is not known here' },
    ]);
  });

  test.each([
    ['DELETE', '/findings', 'GET, HEAD, POST'],
    ['POST', '/experts', 'GET, HEAD'],
    ['GET', '/term-proposals', 'POST'],
    ['PATCH', '/findings/AAAA-AAAA/draft/work', 'PUT'],
  ])('%s of %s is told what is done there', async (method, path, allowed) => {
    const { status, headers } = await program(path, { method, token });
    expect([status, headers.get('Allow')]).toEqual([405, allowed]);
  });

  test('for HTML alone is told that there is none', async () => {
    for (const Accept of ['text/html', 'application/json;q=0', 'image/*'])
      expect((await program('/findings', { headers: { Accept } })).status).toBe(406);
    for (const Accept of ['application/json', '*/*', 'text/html, application/*;q=0.1', ''])
      expect((await program('/findings', { headers: { Accept } })).status).toBe(200);
  });

  test.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['a text', '"a"'],
    ['nothing but null', 'null'],
    ['a zero byte', '{"title": "a\\u0000b"}'],
    ['a name that is none', '{"__proto__": {"kind": "report"}}'],
    ['depth', `{"title": ${'['.repeat(60_000)}${']'.repeat(60_000)}}`],
    ['width', `{"authors": [${'1,'.repeat(6_000)}1]}`],
  ])('with a body of %s is not read', async (_what, body) => {
    const { status, json } = await program('/findings', { method: 'POST', token, body });
    expect([status, typeOf(json)]).toEqual([400, about('unreadable')]);
  });

  test('is counted by its token, else by where it comes from', async () => {
    const fresh = await makeToken(person.id);
    const first = await program('/terms?scheme=strand', { token: fresh });
    expect(first.headers.get('RateLimit-Policy')).toBe('"token";q=3000;w=300');
    expect(first.headers.get('RateLimit')).toMatch(/^"token";r=2999;t=\d+$/);
    const address = { 'X-Test-Address': 'one-address' };
    const path = '/nothing';
    expect((await program(path, { headers: address })).status).toBe(404);
    for (let count = 1; count < API_LIMITS.address.requests; count += 1)
      countRequest('address', address['X-Test-Address']);
    const over = await program(path, { headers: { ...address, Authorization: 'Bearer guess' } });
    expect([over.status, typeOf(over.json)]).toEqual([429, about('tooMany')]);
    expect(Number(over.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect((await program('/terms', { headers: address, token: fresh })).status).toBe(200);
  });
});
