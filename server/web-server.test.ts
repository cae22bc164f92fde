import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Health } from './health';
import type { LoadContext } from './load-context';
import { staticFiles } from './static-files';
import { PageMemory } from './page-memory';
import { createWebServer } from './web-server';

const folder = mkdtempSync(join(tmpdir(), 'soundings-client-'));
const script = 'export const words = "taking soundings";'.repeat(20);
let server: Server;
let port: number;
let health: Health;
let page: (request: Request, context: LoadContext) => Promise<Response>;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets/app-1a2b.js'), script);
  writeFileSync(join(folder, 'favicon.ico'), 'icon');
  server = createWebServer({
    doors: { publicHost: 'soundings.example:8443', secure: true },
    pages: (request, context) => page(request, context),
    files: staticFiles(folder),
    health: { check: () => Promise.resolve(health), close: () => Promise.resolve() },
    memory: new PageMemory(() => Promise.resolve('always the same')),
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});

beforeEach(() => {
  health = { database: 'up', migrations: 'applied' };
  page = async (request) =>
    new Response(`page ${await request.text()}`, { headers: { 'content-type': 'text/html' } });
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

type Answer = { status: number; headers: Headers; body: Buffer };

/** Sends exactly these bytes: clients of the language would mend or refuse most of what is tried here. */
function send(text: string): Promise<Answer> {
  return new Promise((settle, refuse) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', refuse);
    socket.on('close', () => settle(parsed(Buffer.concat(chunks))));
  });
}

function parsed(raw: Buffer): Answer {
  const end = raw.indexOf('\r\n\r\n');
  const [first = '', ...lines] = raw.subarray(0, end).toString('latin1').split('\r\n');
  const headers = new Headers(lines.map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]));
  const rest = raw.subarray(end + 4);
  return { status: Number(first.split(' ')[1]), headers, body: isChunked(headers) ? unchunked(rest) : rest };
}

const isChunked = (headers: Headers) => headers.get('transfer-encoding') === 'chunked';

function unchunked(raw: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const lineEnd = raw.indexOf('\r\n', at);
    const size = parseInt(raw.subarray(at, lineEnd).toString(), 16);
    if (!size) return Buffer.concat(parts);
    parts.push(raw.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
}

const get = (path: string, ...headers: string[]) =>
  send(head(`GET ${path}`, 'Host: localhost:3000', ...headers));

function head(start: string, ...headers: string[]): string {
  return [`${start} HTTP/1.1`, ...headers, 'Connection: close', '', ''].join('\r\n');
}

const FORM = 'Content-Type: application/x-www-form-urlencoded';
const OWN = 'Origin: http://localhost:3000';

function post(body: string, ...headers: string[]) {
  const length = `Content-Length: ${Buffer.byteLength(body)}`;
  return send(head('POST /form', 'Host: localhost:3000', length, ...headers) + body);
}

describe('the host', () => {
  it.each(['localhost', 'localhost:3000', '127.0.0.1:5610', '[::1]:3000', 'soundings.example:8443'])(
    'is ours as %s',
    async (host) => expect((await send(head('GET /', `Host: ${host}`))).status).toBe(200),
  );

  it.each([
    ['foreign', ['Host: evil.example']],
    ['ours with another port', ['Host: soundings.example:1']],
    ['missing', []],
    ['given twice', ['Host: localhost', 'Host: evil.example']],
    ['with a user', ['Host: localhost@evil.example']],
    ['with a path', ['Host: localhost/evil']],
    ['with nonsense that no URL can hold', ['Host: [::1']],
    ['no port', ['Host: localhost:999999999']],
  ])('is refused when %s', async (_name, headers) => {
    expect((await send(head('GET /', ...headers))).status).toBe(400);
  });
});

describe('the address', () => {
  it.each(['http://evil.example/', '//evil.example', '/%00', '/%ff', '/%', '/a\\b', '*'])(
    '%s is refused',
    async (path) => {
      expect((await get(path)).status).toBe(400);
    },
  );

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])(
    'answers %s with what is allowed',
    async (method) => {
      const answer = await send(head(`${method} /`, 'Host: localhost'));
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
    },
  );
});

describe('a form', () => {
  it('from our own page is read', async () => {
    expect((await post('a=1', OWN, FORM)).body.toString()).toBe('page a=1');
    const upload = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n';
    expect((await post(upload, OWN, 'Content-Type: multipart/form-data; boundary=x')).status).toBe(200);
  });

  it('at the public address has an https origin', async () => {
    const at = (origin: string) =>
      send(head('POST /', 'Host: soundings.example:8443', origin, FORM, 'Content-Length: 3') + 'a=1');
    expect((await at('Origin: https://soundings.example:8443')).status).toBe(200);
    expect((await at('Origin: http://soundings.example:8443')).status).toBe(403);
  });

  it.each([
    ['from another site', 403, [FORM, 'Origin: http://evil.example']],
    ['from another port of this machine', 403, [FORM, 'Origin: http://localhost:3001']],
    ['from a sandbox', 403, [FORM, 'Origin: null']],
    ['with an origin that is none', 403, [FORM, 'Origin: localhost:3000']],
    ['without an origin', 403, [FORM]],
    ['that the browser calls cross-site', 403, [FORM, OWN, 'Sec-Fetch-Site: cross-site']],
    ['that is JSON', 415, [OWN, 'Content-Type: application/json']],
    ['of plain text', 415, [OWN, 'Content-Type: text/plain']],
    ['of no type', 415, [OWN]],
    ['that is compressed', 415, [OWN, FORM, 'Content-Encoding: gzip']],
    ['in parts without a boundary', 400, [OWN, 'Content-Type: multipart/form-data']],
    ['in parts that are not there', 400, [OWN, 'Content-Type: multipart/form-data; boundary=x']],
  ])('%s is refused (%i)', async (_name, status, headers) => {
    expect((await post('a=1', ...headers)).status).toBe(status);
  });

  it('with a zero byte is refused', async () => {
    expect((await post('a=%00', OWN, FORM)).status).toBe(400);
    const upload = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\0\r\n--x--\r\n';
    expect((await post(upload, OWN, 'Content-Type: multipart/form-data; boundary=x')).status).toBe(400);
  });

  it('in parts holds no more text than a page could show again, but may hold a file of that size', async () => {
    const part = (more: string) => {
      const one = `--x\r\nContent-Disposition: form-data; name="a"${more}\r\n\r\n${'a'.repeat(1_600_000)}\r\n`;
      return post(`${one}${one}--x--\r\n`, OWN, 'Content-Type: multipart/form-data; boundary=x');
    };
    expect((await part('')).status).toBe(400);
    expect((await part('; filename="a.txt"')).status).toBe(200);
  });

  it('that is too large is refused, whether it says so or not', async () => {
    const said = head('POST /form', 'Host: localhost:3000', OWN, FORM, 'Content-Length: 1000001');
    expect((await send(said)).status).toBe(413);
    const chunk = `${(600_000).toString(16)}\r\n${'a'.repeat(600_000)}\r\n`;
    const unsaid = head('POST /form', 'Host: localhost:3000', OWN, FORM, 'Transfer-Encoding: chunked');
    expect((await send(`${unsaid}${chunk}${chunk}0\r\n\r\n`)).status).toBe(413);
  });
});

describe('what is no request', () => {
  it.each([
    ['noise', 'noise\r\n\r\n', 400],
    [
      'a header that never ends',
      `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
    ],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na',
      400,
    ],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
    ],
  ])('is refused: %s', async (_name, text, status) => {
    expect((await send(text)).status).toBe(status);
  });
});

describe('headers', () => {
  it('name a new nonce each time, the one that pages are given', async () => {
    const given: string[] = [];
    page = (_request, { nonce, reference, address }) => {
      given.push(nonce);
      return Promise.resolve(Response.json({ reference, address }));
    };
    const answers = [await get('/'), await get('/')];
    answers.forEach((answer, index) =>
      expect(answer.headers.get('content-security-policy')).toContain(`'nonce-${given[index]}'`),
    );
    expect(given[0]).not.toBe(given[1]);
    const told = JSON.parse(String(answers[0]?.body)) as { reference: string; address: string };
    expect(told.reference).toMatch(/^[2-9A-Z]{8}$/);
    expect(told.address).toBe('127.0.0.1');
  });

  it('stand on pages, files and refusals alike', async () => {
    for (const path of ['/', '/favicon.ico', '//evil.example', '/assets/none.js']) {
      const { headers } = await get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('strict-transport-security')).toContain('max-age=');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    }
  });

  it.each([
    ['', null],
    ['Cookie: soundings=abc', 'no-store'],
    ['Cookie: a=b; __Host-soundings=abc', 'no-store'],
    ['Cookie: other=abc', null],
  ])('keep pages of somebody signed in out of caches (%s)', async (cookie, cacheControl) => {
    const answer = await get('/', ...(cookie ? [cookie] : []));
    expect(answer.headers.get('cache-control')).toBe(cacheControl);
  });

  it('of several cookies stay apart', async () => {
    const headers: [string, string][] = [
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ];
    page = () => Promise.resolve(new Response('page', { headers }));
    const answer = await get('/');
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});

describe('files and compression', () => {
  it('serves what the build named by its content for ever, compressed as the browser likes', async () => {
    const plain = await get('/assets/app-1a2b.js');
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(plain.body.toString()).toBe(script);
    const brotli = await get('/assets/app-1a2b.js', 'Accept-Encoding: gzip, br');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(script);
    const gzip = await get('/assets/app-1a2b.js', 'Accept-Encoding: br;q=0, gzip');
    expect(gunzipSync(gzip.body).toString()).toBe(script);
    const known = await get('/assets/app-1a2b.js', `If-None-Match: ${plain.headers.get('etag')}`);
    expect([known.status, known.body.length]).toEqual([304, 0]);
  });

  it.each(['/assets/../../package.json', '/assets/%2e%2e/package.json', '/assets/none.js'])(
    'has no %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it('compresses pages for those who can read that', async () => {
    const packed = await get('/', 'Accept-Encoding: gzip');
    expect(gunzipSync(packed.body).toString()).toBe('page ');
    expect((await get('/', 'Accept-Encoding: gzip;q=0')).body.toString()).toBe('page ');
  });

  it('sends no body to HEAD', async () => {
    const answer = await send(head('HEAD /', 'Host: localhost', 'Accept-Encoding: gzip'));
    expect([answer.status, answer.body.length]).toEqual([200, 0]);
  });
});

describe('faults', () => {
  it('says whether it is well', async () => {
    expect((await get('/health')).status).toBe(200);
    health = { database: 'up', migrations: 'missing' };
    expect((await get('/health')).status).toBe(503);
  });

  it('answers 503 for a failed page while the database is away, and 500 while it is there', async () => {
    page = () => Promise.resolve(new Response('fault', { status: 500 }));
    expect(await get('/')).toMatchObject({ status: 500, body: Buffer.from('fault') });
    health = { database: 'away', migrations: 'missing' };
    const away = await get('/');
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5']);
    expect(away.body.toString()).toContain('cannot answer at the moment');
  });

  it('survives a page that throws, and tells nothing of the fault', async () => {
    page = () => Promise.reject(new Error('secret detail'));
    const answer = await get('/');
    expect(answer.status).toBe(500);
    expect(answer.body.toString()).toContain('Something went wrong');
    expect(answer.body.toString()).not.toContain('secret');
  });
});
