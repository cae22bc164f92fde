import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { boundaryOf, MAX_FORM_BYTES, MAX_UPLOAD_BYTES, maxBytes, originOf, refusalOf } from './refusal';
import { securityHeaders } from './security-headers';

const doors = { publicHost: 'soundings.example.org', secure: true };
const FORM = 'application/x-www-form-urlencoded';

interface Asked {
  method?: string;
  url?: string;
  host?: string;
  headers?: Record<string, string>;
  hosts?: number;
}

function request({ method = 'GET', url = '/', host = doors.publicHost, headers = {}, hosts = 1 }: Asked) {
  const all: Record<string, string> = { host, ...headers };
  const raw = Object.entries(all).flatMap(([name, value]) => [name, value]);
  for (let more = 1; more < hosts; more += 1) raw.push('Host', 'evil.test');
  return { method, url, headers: all, rawHeaders: raw } as unknown as IncomingMessage;
}

const post = (over: Asked = {}) =>
  request({
    method: 'POST',
    ...over,
    headers: { origin: `https://${doors.publicHost}`, 'content-type': FORM, ...over.headers },
  });

describe('the host', () => {
  test.each(['soundings.example.org', 'localhost', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000'])(
    '%s is one of ours',
    (host) => expect(refusalOf(request({ host }), doors)).toBeUndefined(),
  );

  test.each([
    '',
    'evil.test',
    'soundings.example.org.evil.test',
    'evil.test:3000',
    'localhost.evil.test',
    'localhost:300000',
    '127.0.0.1.nip.io',
    '0.0.0.0',
    'SOUNDINGS.example.org@evil.test',
  ])('%j is not', (host) => {
    expect(refusalOf(request({ host }), doors)).toMatchObject({ status: 400 });
  });

  test('said twice is refused even when the first is ours', () => {
    expect(refusalOf(request({ hosts: 2 }), doors)).toMatchObject({ status: 400 });
  });
});

describe('the address', () => {
  test.each(['/', '/questions?state=asked&q=%25', '/search?q=%F0%9F%91%A9', '/a//b', "/x?'--"])(
    '%s is read',
    (url) => expect(refusalOf(request({ url }), doors)).toBeUndefined(),
  );

  test.each([
    '',
    'http://evil.test/',
    '//evil.test/x',
    '/\\evil.test',
    '/a b',
    '/a\tb',
    '/x%00y',
    '/x?q=%00',
    '/%E0%A4%A',
    '/%zz',
    '*',
  ])('%j is not well formed', (url) => {
    expect(refusalOf(request({ url }), doors)).toMatchObject({
      status: 400,
      reason: 'This address is not well formed.',
    });
  });

  test.each(['/?_data=root', '/terms?q=a&_data', '/terms?%5Fdata=routes/strategy', '/?a?b&_data=x'])(
    '%s asks in a way of the framework that is no longer ours',
    (url) => {
      for (const asked of [request({ url }), post({ url })])
        expect(refusalOf(asked, doors)).toMatchObject({ status: 400 });
    },
  );

  test.each(['/search?q=_data', '/search?q=1&_database=1', '/search?q=%26_data='])('%s does not', (url) =>
    expect(refusalOf(request({ url }), doors)).toBeUndefined(),
  );
});

describe('sending', () => {
  test('a form of our own page is taken', () => {
    expect(refusalOf(post(), doors)).toBeUndefined();
    expect(
      refusalOf(post({ host: 'localhost:3000', headers: { origin: 'http://localhost:3000' } }), doors),
    ).toBeUndefined();
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT', 'post'])(
    '%s is not answered',
    (method) => {
      expect(refusalOf({ ...post(), method } as IncomingMessage, doors)).toMatchObject({ status: 405 });
    },
  );

  test.each([
    ['no origin', { origin: '' }],
    ['a hidden origin', { origin: 'null' }],
    ['another site', { origin: 'https://evil.test' }],
    ['our name without encryption', { origin: 'http://soundings.example.org' }],
    ['another port', { origin: 'https://soundings.example.org:444' }],
    ['a subdomain', { origin: 'https://x.soundings.example.org' }],
    ['a frame of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['an address bar', { 'sec-fetch-site': 'none' }],
  ])('from %s is refused', (_what, headers) => {
    expect(refusalOf(post({ headers }), doors)).toMatchObject({ status: 403 });
  });

  test.each([
    ['JSON', { 'content-type': 'application/json' }, 415],
    ['plain text', { 'content-type': 'text/plain' }, 415],
    ['nothing said', { 'content-type': '' }, 415],
    ['a name that only begins like a form', { 'content-type': `${FORM}x` }, 415],
    ['parts without a boundary', { 'content-type': 'multipart/form-data' }, 400],
    ['a packed form', { 'content-encoding': 'gzip' }, 415],
    ['too long a form', { 'content-length': String(MAX_FORM_BYTES + 1) }, 413],
    [
      'too long an upload',
      { 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(MAX_UPLOAD_BYTES + 1) },
      413,
    ],
  ])('%s is refused', (_what, headers, status) => {
    expect(refusalOf(post({ headers }), doors)).toMatchObject({ status });
  });

  test.each([
    ['a form with a charset', { 'content-type': `${FORM}; charset=UTF-8` }],
    ['a form of just the size', { 'content-length': String(MAX_FORM_BYTES) }],
    [
      'an upload larger than a form',
      { 'content-type': 'multipart/form-data; boundary="x y"', 'content-length': '2000000' },
    ],
    ['a form that says it is not packed', { 'content-encoding': 'identity' }],
  ])('%s is taken', (_what, headers) => {
    expect(refusalOf(post({ headers }), doors)).toBeUndefined();
  });

  test('the host is judged before what was sent, so that no other site learns anything', () => {
    expect(refusalOf(post({ host: 'evil.test', method: 'PUT' }), doors)).toMatchObject({ status: 400 });
  });
});

test('an upload may be larger than a form, and its boundary is read', () => {
  expect(maxBytes(FORM)).toBe(MAX_FORM_BYTES);
  expect(maxBytes('multipart/form-data; boundary=abc')).toBe(MAX_UPLOAD_BYTES);
  expect(boundaryOf('multipart/form-data; boundary="abc def"')).toBe('abc def');
  expect(boundaryOf(FORM)).toBeUndefined();
});

test('only the public name is behind encryption', () => {
  expect(originOf('soundings.example.org', doors)).toBe('https://soundings.example.org');
  expect(originOf('localhost:3000', doors)).toBe('http://localhost:3000');
  expect(originOf('soundings.example.org', { ...doors, secure: false })).toBe('http://soundings.example.org');
});

describe('the headers of every answer', () => {
  const policyOf = (headers: Record<string, string>) =>
    Object.fromEntries(
      (headers['Content-Security-Policy'] ?? '').split('; ').map((part) => {
        const [name = '', ...values] = part.split(' ');
        return [name, values];
      }),
    );

  test('allow what we serve ourselves and the scripts of this answer, and nothing inline', () => {
    const policy = policyOf(securityHeaders('abc123', true));
    expect(policy['default-src']).toEqual(["'none'"]);
    expect(policy['script-src']).toEqual(["'self'", "'nonce-abc123'"]);
    expect(policy['style-src']).toEqual(["'self'"]);
    expect(policy['frame-ancestors']).toEqual(["'none'"]);
    expect(policy['form-action']).toEqual(["'self'"]);
    expect(JSON.stringify(policy)).not.toMatch(/unsafe|\*|http:/);
  });

  test('ask for encryption where there is some, and for no guessing of types anywhere', () => {
    expect(securityHeaders('x', true)['Strict-Transport-Security']).toContain('max-age=31536000');
    expect(securityHeaders('x', false)).not.toHaveProperty('Strict-Transport-Security');
    for (const secure of [true, false])
      expect(securityHeaders('x', secure)).toMatchObject({
        'X-Content-Type-Options': 'nosniff',
        'X-Frame-Options': 'DENY',
        'Referrer-Policy': 'same-origin',
      });
  });
});
