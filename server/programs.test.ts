import { request as ask, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Health } from './health';
import { PageMemory } from './page-memory';
import { createWebServer } from './web-server';

let server: Server;
let port: number;
let health: Health;
let reached: string[];
let answer: () => Response;

beforeAll(async () => {
  server = createWebServer({
    doors: { publicHost: 'soundings.example', secure: true },
    pages: async (request) => {
      reached.push(`${request.method} ${await request.text()}`);
      return answer();
    },
    files: () => Promise.resolve(false),
    health: { check: () => Promise.resolve(health), close: () => Promise.resolve() },
    memory: new PageMemory(() => Promise.resolve('always the same')),
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});

beforeEach(() => {
  health = { database: 'up', migrations: 'applied' };
  reached = [];
  answer = () => Response.json({});
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

type Sent = { path?: string; headers?: Record<string, string>; body?: string };

const send = (method: string, { path = '/api/v1/findings', headers = {}, body }: Sent = {}) =>
  new Promise<{
    status: number;
    allow: string | undefined;
    type: string;
    json: Record<string, unknown> | null;
  }>((resolve, reject) => {
    const sent = ask(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        agent: false,
        headers: { Host: 'soundings.example', ...headers },
      },
      (response) => {
        let text = '';
        response.on('data', (part: Buffer) => (text += part.toString()));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            allow: response.headers.allow,
            type: response.headers['content-type'] ?? '',
            json: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : null,
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });

const JSON_TYPE = { 'Content-Type': 'application/json' };

describe('what programs send', () => {
  test.each([
    ['POST', { body: '{"a":1}', headers: JSON_TYPE }, '{"a":1}'],
    ['PUT', { body: '{}', headers: { 'Content-Type': 'application/json; charset=utf-8' } }, '{}'],
    ['POST', { body: '{}', headers: { ...JSON_TYPE, Origin: 'https://elsewhere.example' } }, '{}'],
    ['POST', {}, ''],
  ])('%s %j reaches the product, wherever it comes from', async (method, sent, body) => {
    expect((await send(method, sent)).status).toBe(200);
    expect(reached).toEqual([`${method} ${body}`]);
  });

  test.each<[number, string, string, Sent]>([
    [405, 'another method', 'DELETE', {}],
    [405, 'a question before another site’s request', 'OPTIONS', {}],
    [
      415,
      'a form',
      'POST',
      { body: 'a=1', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
    ],
    [415, 'no type', 'POST', { body: '{}' }],
    [415, 'something packed', 'POST', { body: '{}', headers: { ...JSON_TYPE, 'Content-Encoding': 'gzip' } }],
    [413, 'too much', 'POST', { body: `"${'x'.repeat(256_000)}"`, headers: JSON_TYPE }],
    [
      413,
      'too much in parts',
      'POST',
      { body: `"${'x'.repeat(256_000)}"`, headers: { ...JSON_TYPE, 'Transfer-Encoding': 'chunked' } },
    ],
    [404, 'the framework’s own address for data', 'GET', { path: '/api/v1/findings.data' }],
    [400, 'a broken address', 'GET', { path: '/api/v1/%ff' }],
    [400, 'another host', 'GET', { headers: { Host: 'evil.example' } }],
  ])('%i for %s, as a problem that the product never sees', async (status, _what, method, sent) => {
    const { json, type, ...answered } = await send(method, sent);
    expect([answered.status, type]).toEqual([status, 'application/problem+json; charset=utf-8']);
    expect(json).toMatchObject({ status, reference: expect.stringMatching(/^\w{8}$/) as string });
    if (status === 405) expect(answered.allow).toBe('GET, HEAD, POST, PUT');
    expect(reached).toEqual([]);
  });
});

test('JSON is for programs alone, and their addresses are no others', async () => {
  const headers = { ...JSON_TYPE, Origin: 'https://soundings.example' };
  for (const path of ['/findings/new', '/apis'])
    expect(await send('POST', { path, body: '{}', headers })).toMatchObject({ status: 415, json: null });
  expect((await send('PUT', { path: '/API/v1/x', body: '{', headers: {} })).json).toMatchObject({
    status: 415,
  });
  expect(reached).toEqual([]);
});

test('a fault and an absent database are problems too', async () => {
  answer = () => {
    throw new Error('planned');
  };
  expect((await send('GET')).json).toMatchObject({ status: 500, type: '/about/api#fault' });
  health = { database: 'away', migrations: 'applied' };
  answer = () => new Response('broken', { status: 500 });
  expect((await send('GET')).json).toMatchObject({ status: 503, type: '/about/api#away' });
});
