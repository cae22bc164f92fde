import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { env } from './env.server';
import { log } from './log.server';

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
