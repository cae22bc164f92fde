import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendJson, startLocalServer, type LocalServer } from '../../../tests/support/outside/local-server';
import { isInside, isOutsideBase } from './outside-addresses';
import { askOutside } from './outside-request.server';

let server: LocalServer;
beforeAll(async () => {
  server = await startLocalServer((request, response) => sendJson(response, { path: request.url }));
});
afterAll(() => server.stop());

test.each([
  ...[
    '10.0.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
  ],
  ...['0.0.0.0', '224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fd00::1', '::ffff:127.0.0.1', 'x'],
])('%s is inside', (address) => expect(isInside(address)).toBe(true));

test.each(['8.8.8.8', '172.32.0.1', '104.17.0.1', '2606:4700::1111'])('%s is out there', (address) =>
  expect(isInside(address)).toBe(false),
);

test.each([
  ['https://api.crossref.org', true],
  ['http://127.0.0.1:8080/x', true],
  ['http://localhost:1', true],
  ['http://api.crossref.org', false],
  ['http://localhost.evil.test', false],
  ['https://user:word@api.crossref.org', false],
  ['https://api.crossref.org/?x=1', false],
  ['file:///etc/passwd', false],
  ['nothing', false],
])('a setting may name %s: %s', (base, may) => expect(isOutsideBase(base)).toBe(may));

describe('a path never leads to another host', () => {
  test.each([
    '/a',
    '/../b',
    '//evil.test/x',
    '/\\evil.test',
    '/@evil.test/',
    ':80@evil.test/',
    '.evil.test/',
  ])('%s', async (path) => {
    const answer = await askOutside({ base: `${server.address}/api`, path });
    const isOurs = answer.kind === 'answered' && answer.status === 200;
    expect(isOurs || answer.kind === 'unavailable').toBe(true);
  });

  test.each(['https://10.0.0.1', 'https://[::1]:9', 'https://169.254.169.254', 'ftp://127.0.0.1'])(
    'nor does a setting lead inside: %s',
    async (base) => expect(await askOutside({ base, path: '/' })).toMatchObject({ kind: 'unavailable' }),
  );
});
