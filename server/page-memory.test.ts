import type { IncomingMessage } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { database, dataVersion } from '~/platform/db.server';
import { useDatabase } from '../tests/support/database';
import type { LoadContext } from './load-context';
import { PageMemory } from './page-memory';

useDatabase();
let version: string;
let memory: PageMemory;
let visits = 0;

beforeEach(() => {
  version = 'as it was';
  memory = new PageMemory(() => Promise.resolve(version));
});
afterEach(() => void vi.useRealTimers());

const arrival = (over: { url?: string; method?: string; headers?: IncomingMessage['headers'] } = {}) =>
  ({
    method: 'GET',
    url: '/questions',
    ...over,
    headers: { host: 'soundings.example', ...over.headers },
  }) as IncomingMessage;

const visit = (dataVersionThen: string | null = version): LoadContext => ({
  ...{ nonce: 'n', reference: 'r', address: '127.0.0.1', formKey: `key-${(visits += 1)}` },
  ...(dataVersionThen !== null && { dataVersion: dataVersionThen }),
});

const page = (html = 'twenty-five questions', init: ResponseInit = {}) =>
  new Response(html, { ...init, headers: { 'Cache-Control': 'no-cache', ...init.headers } });

const recalled = async (request = arrival()) => (await memory.recall(request, visit()))?.text() ?? null;

test('a page is given again to the same reader at the same address, and to nobody else', async () => {
  const reader = arrival({ headers: { cookie: 'soundings=ann' } });
  const sent = await memory.keep(reader, page('for Ann'), visit());
  expect(await sent.text()).toBe('for Ann');
  expect(await recalled(reader)).toBe('for Ann');
  expect(await recalled(arrival())).toBeNull();
  expect(await recalled(arrival({ headers: { cookie: 'soundings=bob' } }))).toBeNull();
  expect(await recalled(arrival({ url: '/questions?q=x', headers: { cookie: 'soundings=ann' } }))).toBeNull();
  expect(await recalled(arrival({ headers: { cookie: 'soundings=ann', host: 'other' } }))).toBeNull();
});

test('whatever is committed ends it, also between the beginning of a page and its end', async () => {
  await memory.keep(arrival(), page(), visit());
  version = 'changed';
  expect(await recalled()).toBeNull();
  version = 'as it was';
  expect(await recalled()).toBeNull();
  await memory.keep(arrival(), page(), visit('what it was before that'));
  expect(await recalled()).toBeNull();
});

test('after five seconds it is made anew, for what the clock alone changes', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await memory.keep(arrival(), page(), visit());
  vi.advanceTimersByTime(4_900);
  expect(await recalled()).not.toBeNull();
  vi.advanceTimersByTime(200);
  expect(await recalled()).toBeNull();
});

test.each<[string, Response]>([
  ['a page that does not say so', new Response('words')],
  ['a page that must not be stored', page('words', { headers: { 'Cache-Control': 'no-store' } })],
  ['a page that sets a cookie', page('words', { headers: { 'Set-Cookie': 'soundings_banner=' } })],
  ['a page that was not found', page('words', { status: 404 })],
])('%s is sent and not kept', async (_, made) => {
  const { status } = made;
  const sent = await memory.keep(arrival(), made, visit());
  expect([sent.status, await sent.text()]).toEqual([status, 'words']);
  expect(await recalled()).toBeNull();
});

test.each<[string, Parameters<typeof arrival>[0]]>([
  ['a form that is sent', { method: 'POST' }],
  ['a question for the head alone', { method: 'HEAD' }],
  ['a reload', { headers: { 'cache-control': 'max-age=0' } }],
  ['a reload of everything', { headers: { 'cache-control': 'no-cache', pragma: 'no-cache' } }],
])('%s is neither answered from memory nor kept', async (_, request) => {
  await memory.keep(arrival(), page('kept before'), visit());
  expect(await recalled(arrival(request))).toBeNull();
  await memory.keep(arrival(request), page('kept now'), visit());
  expect(await recalled()).toBe('kept before');
});

test('a page whose beginning nobody saw is not kept', async () => {
  await memory.keep(arrival(), page(), visit(null));
  expect(await recalled()).toBeNull();
});

test('the forms of every visit carry a key of their own', async () => {
  const first = visit();
  await memory.keep(arrival(), page(`<i>${first.formKey}</i><b>${first.formKey}</b>`), first);
  const second = visit();
  const again = await memory.recall(arrival(), second);
  expect(await again?.text()).toBe(`<i>${second.formKey}</i><b>${second.formKey}</b>`);
});

test('somebody who comes while the database is being asked waits for an answer younger than the question', async () => {
  const answers: ((text: string) => void)[] = [];
  memory = new PageMemory(() => new Promise((settle) => answers.push(settle)));
  await memory.keep(arrival(), page(), visit('before'));
  const early = recalled();
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  const late = [recalled(), recalled()];
  answers[0]?.('before');
  expect(await early).not.toBeNull();
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.('after');
  expect(await Promise.all(late)).toEqual([null, null]);
  expect(answers).toHaveLength(2);
});

test('a database that does not answer is no fault of the memory', async () => {
  memory = new PageMemory(() => Promise.reject(new Error('away')));
  await memory.keep(arrival(), page(), visit());
  expect(await recalled()).toBeNull();
});

test('the oldest pages go when there is no more room', async () => {
  const large = 'x'.repeat(3_000_000);
  for (let at = 0; at < 12; at += 1) await memory.keep(arrival({ url: `/${at}` }), page(large), visit());
  expect((await recalled(arrival({ url: '/0' })))?.length).toBeUndefined();
  expect((await recalled(arrival({ url: '/1' })))?.length).toBe(large.length);
});

/** Other tests commit to the same server, so some reads fall beside a commit and others do not. */
test('the database tells a commit of anybody, and reading changes nothing', async () => {
  const readBetween = async () => {
    const before = await dataVersion();
    await database().route.findMany();
    await database().$executeRaw`UPDATE route SET position = position WHERE false`;
    return before === (await dataVersion());
  };
  await expect.poll(readBetween, { timeout: 10_000 }).toBe(true);
  const before = await dataVersion();
  await database().$executeRaw`UPDATE route SET position = position`;
  expect(await dataVersion()).not.toBe(before);
});
