import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvironmentIsInvalid, httpAddress, readEnvironment } from './env.server';

describe('readEnvironment', () => {
  it('needs nothing', () => {
    expect(readEnvironment({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      SOUNDINGS_DATA: resolve('.data'),
      SOUNDINGS_KEY_FILE: resolve('.data/keys/installation.json'),
      SOUNDINGS_BASE_URL: 'http://127.0.0.1:3000',
      SOUNDINGS_DEMONSTRATION: false,
    });
    expect(readEnvironment({}).DATABASE_URL).toBeUndefined();
  });

  it('keeps the key file beside the data, wherever that is', () => {
    const { SOUNDINGS_KEY_FILE } = readEnvironment({ SOUNDINGS_DATA: '/srv/soundings' });
    expect(SOUNDINGS_KEY_FILE).toBe('/srv/soundings/keys/installation.json');
  });

  it('takes an empty variable as not set', () => {
    const read = readEnvironment({ PORT: '', SMTP_URL: '' });
    expect([read.PORT, read.SMTP_URL]).toEqual([3000, undefined]);
  });

  it.each([
    ['https://soundings.example.gov.uk/', 'https://soundings.example.gov.uk'],
    ['http://localhost:8080', 'http://localhost:8080'],
  ])('reads the public address %s as %s', (given, read) => {
    expect(readEnvironment({ SOUNDINGS_BASE_URL: given }).SOUNDINGS_BASE_URL).toBe(read);
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'abc'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['SOUNDINGS_BASE_URL', 'soundings.example'],
    ['SOUNDINGS_DEMONSTRATION', 'perhaps'],
    ['SMTP_URL', 'http://mail'],
    ['LOG_LEVEL', 'loud'],
    ['NODE_ENV', 'live'],
  ])('refuses %s=%s by name', (name, value) => {
    const read = () => readEnvironment({ [name]: value });
    expect(read).toThrow(EnvironmentIsInvalid);
    expect(read).toThrow(`  ${name}: `);
  });

  it('lists everything that is wrong at once', () => {
    const read = () => readEnvironment({ PORT: '0', LOG_LEVEL: 'loud' });
    expect(read).toThrow(/PORT: .*\n {2}LOG_LEVEL: /s);
  });
});

it('writes an IPv6 host in brackets', () => {
  expect(httpAddress('::1', 3000)).toBe('http://[::1]:3000');
});
