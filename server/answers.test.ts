import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as ask, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { asWebRequest, sendWebResponse } from './page-exchange';
import { sendPlainPage } from './plain-page';
import { readBody } from './request-body';
import { staticFiles } from './static-files';

const closing: (() => void)[] = [];
afterAll(() => closing.forEach((close) => close()));

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A server that answers as told, and a way to ask it. */
async function serving(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return (
    path = '/',
    headers: Record<string, string> = {},
    sent: { method?: string; body?: Buffer | string } = {},
  ) =>
    new Promise<Answer>((resolve, reject) => {
      const method = sent.method ?? 'GET';
      const asked = ask({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      });
      asked.on('error', reject);
      asked.end(sent.body);
    });
}

describe('files that the build made', () => {
  const folder = mkdtempSync(join(tmpdir(), 'soundings-static-'));
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, '.hidden'));
  writeFileSync(join(folder, 'assets', 'style-x1.css'), 'body{color:black}'.repeat(50));
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
  writeFileSync(join(folder, 'picture.png'), Buffer.from([1, 2, 3]));
  writeFileSync(join(folder, '.env'), 'SECRET=1');
  writeFileSync(join(folder, '.hidden', 'x.txt'), 'secret');
  closing.push(() => rmSync(folder, { recursive: true, force: true }));
  const serve = staticFiles(folder);
  const server = serving((request, response) => {
    void serve(request, response, request.url ?? '').then((found) => {
      if (!found) response.writeHead(404).end();
    });
  });

  test('with a name of their content are kept for a year, others for an hour', async () => {
    const get = await server;
    expect((await get('/assets/style-x1.css')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
    expect((await get('/favicon.svg')).headers['cache-control']).toBe('public, max-age=3600');
    expect((await get('/favicon.svg')).headers['content-type']).toBe('image/svg+xml');
  });

  test.each([
    ['br', 'br', (body: Buffer) => brotliDecompressSync(body)],
    ['gzip, deflate', 'gzip', (body: Buffer) => gunzipSync(body)],
    ['gzip;q=0, br', 'br', (body: Buffer) => brotliDecompressSync(body)],
    ['gzip;q=0', undefined, (body: Buffer) => body],
    ['', undefined, (body: Buffer) => body],
  ])('come packed as the browser says it reads: %j', async (accepted, encoding, unpack) => {
    const answer = await (await server)('/assets/style-x1.css', { 'accept-encoding': accepted });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers.vary).toBe('Accept-Encoding');
    expect(unpack(answer.body).toString()).toBe('body{color:black}'.repeat(50));
  });

  test('that are packed already are not packed again', async () => {
    const answer = await (await server)('/picture.png', { 'accept-encoding': 'br, gzip' });
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect([...answer.body]).toEqual([1, 2, 3]);
  });

  test('that did not change are not sent again', async () => {
    const get = await server;
    const { headers } = await get('/favicon.svg');
    const again = await get('/favicon.svg', { 'if-none-match': headers.etag ?? '' });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  test('of the folder above, or hidden ones, are not there', async () => {
    const get = await server;
    for (const path of [
      '/.env',
      '/.hidden/x.txt',
      '/../package.json',
      '/assets',
      '/assets/',
      '/%2e%2e/x',
      '/',
    ])
      expect((await get(path)).status).toBe(404);
  });

  test('asked for their head alone send none of the body', async () => {
    const answer = await (await server)('/favicon.svg', {}, { method: 'HEAD' });
    expect([answer.status, answer.body.length, answer.headers['content-length']]).toEqual([200, 0, '6']);
  });

  test('a build that is not there serves nothing', async () => {
    const none = staticFiles(join(folder, 'no-such-folder'));
    expect(await none({ headers: {} } as never, {} as never, '/favicon.svg')).toBe(false);
  });
});

describe('an answer of the framework', () => {
  const page = (init: ResponseInit = {}, body = '<p>Hello</p>'.repeat(100)) =>
    serving((request, response) => {
      const headers = { 'Content-Type': 'text/html; charset=utf-8', ...(init.headers as object) };
      void sendWebResponse(new Response(body, { ...init, headers }), request, response);
    });

  test('for somebody signed in, or that signs in, is never kept by a browser', async () => {
    const get = await page({ headers: { 'Cache-Control': 'public, max-age=60' } });
    expect((await get()).headers['cache-control']).toBe('public, max-age=60');
    expect((await get('/', { cookie: 'a=b; soundings=x' })).headers['cache-control']).toBe('no-store');
    expect((await get('/', { cookie: '__Host-soundings=x' })).headers['cache-control']).toBe('no-store');
    const entering = await page({ headers: { 'Set-Cookie': 'soundings=x; HttpOnly' } });
    expect((await entering()).headers['cache-control']).toBe('no-store');
  });

  test('keeps every cookie and the status', async () => {
    const get = await serving((request, response) => {
      const answer = new Response(null, { status: 303, headers: { Location: '/account' } });
      answer.headers.append('Set-Cookie', 'one=1');
      answer.headers.append('Set-Cookie', 'two=2');
      void sendWebResponse(answer, request, response);
    });
    const answer = await get();
    expect([answer.status, answer.headers.location]).toEqual([303, '/account']);
    expect(answer.headers['set-cookie']).toEqual(['one=1', 'two=2']);
  });

  test('is packed for browsers that read it, unless it is a file', async () => {
    const get = await page();
    const packed = await get('/', { 'accept-encoding': 'gzip, br' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.body).toString()).toContain('Hello');
    expect((await get('/', { 'accept-encoding': 'gzip;q=0' })).headers['content-encoding']).toBeUndefined();
    const file = await page({ headers: { 'Content-Type': 'application/pdf' } });
    expect((await file('/', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBeUndefined();
    const head = await get('/', { 'accept-encoding': 'gzip' }, { method: 'HEAD' });
    expect(head.body).toHaveLength(0);
  });
});

describe('a request', () => {
  test('reaches the framework with its method, headers and body', async () => {
    const get = await serving((request, response) => {
      const web = asWebRequest(request, response, 'https://soundings.example.org', Buffer.from('a=1'));
      void web.text().then((text) => {
        response.end(
          JSON.stringify({ url: web.url, method: web.method, text, kept: web.headers.get('x-a') }),
        );
      });
    });
    const answer = await get('/join?from=/x', { 'x-a': 'b' }, { method: 'POST', body: 'a=1' });
    expect(JSON.parse(answer.body.toString())).toEqual({
      url: 'https://soundings.example.org/join?from=/x',
      method: 'POST',
      text: 'a=1',
      kept: 'b',
    });
  });

  test.each([
    ['a form', 'application/x-www-form-urlencoded', 'name=Ada&x=%F0%9F%91%A9', null],
    ['a form with a zero byte', 'application/x-www-form-urlencoded', 'name=A%00da', 400],
    ['a form with a bare zero byte', 'application/x-www-form-urlencoded', 'name=A\0da', 400],
    [
      'parts',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b--\r\n',
      null,
    ],
    [
      'parts that never end',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="a"',
      400,
    ],
    [
      'parts with a zero byte',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\0y\r\n--b--\r\n',
      400,
    ],
    ['rows of a list', 'application/x-www-form-urlencoded', 'rows[0].name=a&rows[12].name=b&tags[]=c', null],
    ['a list that would fill the memory', 'application/x-www-form-urlencoded', 'a[999999999]=x', 400],
    ['the same, written otherwise', 'application/x-www-form-urlencoded', 'a%5B999999999%5D=x', 400],
    ['lists in lists in lists in lists', 'application/x-www-form-urlencoded', 'a[9][9][9][9]=x', 400],
    ['a bracket that never closes', 'application/x-www-form-urlencoded', 'a[=x', 400],
    ['a name as long as a page', 'application/x-www-form-urlencoded', `${'a.'.repeat(200)}=x`, 400],
    ['more fields than any page has', 'application/x-www-form-urlencoded', 'a=&'.repeat(5_001), 400],
    [
      'parts that would fill the memory',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="a[99999999]"\r\n\r\n1\r\n--b--\r\n',
      400,
    ],
    ['an endless form', 'application/x-www-form-urlencoded', `a=${'x'.repeat(1_000_001)}`, 413],
  ])('with %s is read, or refused before the product sees it', async (_what, type, body, status) => {
    const get = await serving((request, response) => {
      void readBody(request).then((read) =>
        response.end(Buffer.isBuffer(read) ? 'read' : String(read.status)),
      );
    });
    const answer = await get('/', { 'content-type': type }, { method: 'POST', body });
    expect(answer.body.toString()).toBe(status === null ? 'read' : String(status));
  });
});

test('the plain page says what it is told as text, and when to come back', async () => {
  const get = await serving((_request, response) =>
    sendPlainPage(response, 503, { title: 'Away <b>', text: '"Soon" & <script>', reference: 'r<1>' }),
  );
  const answer = await get();
  const html = answer.body.toString();
  expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(html).not.toMatch(/<b>|<script>|r<1>/);
  expect(html).toContain('&#60;script&#62;');
  expect((await get('/', {}, { method: 'HEAD' })).body).toHaveLength(0);
});
