import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { env } from './env.server';
import { log } from './log.server';
import { newToken } from './one-time-tokens.server';

let written: string[];
let writing: { mockRestore: () => void };
const level = env.LOG_LEVEL;

beforeEach(() => {
  written = [];
  writing = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written.push(String(chunk));
    return true;
  });
});
afterEach(() => {
  env.LOG_LEVEL = level;
  writing.mockRestore();
});

const entries = () => written.map((line) => JSON.parse(line) as Record<string, unknown>);

describe('the log', () => {
  test('is one JSON object a line, whatever the words', () => {
    env.LOG_LEVEL = 'info';
    log.info('page-asked', { path: '/x\n{"level":"error"}', person: 'Ada\r\nEve' });
    expect(written).toHaveLength(1);
    expect(written[0]?.match(/\n/g)).toHaveLength(1);
    expect(entries()[0]).toMatchObject({ level: 'info', event: 'page-asked', person: 'Ada\r\nEve' });
    expect(Date.parse(String(entries()[0]?.['time']))).not.toBeNaN();
  });

  test('holds no token of a link, in an address or in an error', () => {
    env.LOG_LEVEL = 'info';
    const program = `soundings_${'aB3'.repeat(13)}a_012345`;
    for (const token of [...Array.from({ length: 20 }, () => newToken().token), program]) {
      log.info('request', { path: `/reset-password/${token}`, deeper: [{ path: `/FEEDS/${token}/a.b` }] });
      log.error('request-failed', { error: new Error(`no page at /join/confirm/${token}?x=${token}`) });
      expect(written.join('')).not.toContain(token);
    }
    expect(entries()[0]).toMatchObject({ path: '/reset-password/…', deeper: [{ path: '/FEEDS/…/a.b' }] });
    expect(entries()[1]).toMatchObject({ error: { message: 'no page at /join/confirm/…?x=…' } });
  });

  test('still tells which page was asked for, however long its name', () => {
    env.LOG_LEVEL = 'info';
    const path = '/threat-areas/modern-slavery-and-human-trafficking-in-all-its-forms/H7K4-QXM2';
    log.info('request', { path });
    expect(entries()[0]).toMatchObject({ path });
  });

  test.each([
    ['debug', ['debug', 'info', 'warn', 'error']],
    ['info', ['info', 'warn', 'error']],
    ['warn', ['warn', 'error']],
    ['error', ['error']],
    ['silent', []],
  ] as const)('set to %s writes %j', (set, shown) => {
    env.LOG_LEVEL = set;
    log.debug('a');
    log.info('a');
    log.warn('a');
    log.error('a');
    expect(entries().map((entry) => entry['level'])).toEqual(shown);
  });

  test('tells of an error what helps, and not what hangs on it', () => {
    env.LOG_LEVEL = 'error';
    const error = Object.assign(new Error('no connection'), {
      code: 'ECONNREFUSED',
      config: { password: 'very secret' },
    });
    log.error('request-failed', { error, count: 10n });
    expect(entries()[0]).toMatchObject({
      count: '10',
      error: { name: 'Error', message: 'no connection', code: 'ECONNREFUSED' },
    });
    expect(written[0]).not.toContain('very secret');
  });
});
