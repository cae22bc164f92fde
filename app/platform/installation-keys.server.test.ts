import { sign, verify } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'soundings-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As a process that has just started would read them. */
async function keysOf(file: string) {
  vi.resetModules();
  const { env } = await import('./env.server');
  env.SOUNDINGS_KEY_FILE = join(folder, file);
  const { installationKeys } = await import('./installation-keys.server');
  return installationKeys();
}

describe('the keys of an installation', () => {
  test('are made at first need, and every later start reads the same', async () => {
    const first = await keysOf('deep/installation.json');
    const second = await keysOf('deep/installation.json');
    expect(second).toEqual(first);
    expect(first.wrapping).toHaveLength(32);
    expect(first.keyId).toMatch(/^[0-9a-f]{8}$/);
  });

  test('are for the service alone to read, and nothing half written is left beside them', async () => {
    await keysOf('alone/installation.json');
    expect(statSync(join(folder, 'alone', 'installation.json')).mode & 0o077).toBe(0);
    expect(statSync(join(folder, 'alone')).mode & 0o077).toBe(0);
    expect(readdirSync(join(folder, 'alone'))).toEqual(['installation.json']);
  });

  test('differ between installations', async () => {
    const [one, other] = [await keysOf('one.json'), await keysOf('other.json')];
    expect(one.wrapping).not.toEqual(other.wrapping);
    expect(one.keyId).not.toBe(other.keyId);
  });

  test('sign so that anybody with the public key can check', async () => {
    const { signingPrivate, signingPublic } = await keysOf('one.json');
    const signature = sign(null, Buffer.from('a receipt'), signingPrivate);
    expect(verify(null, Buffer.from('a receipt'), signingPublic, signature)).toBe(true);
    expect(verify(null, Buffer.from('a receipt!'), signingPublic, signature)).toBe(false);
  });

  test('of a file that was spoilt stop the start instead of making new ones', async () => {
    await keysOf('spoilt.json');
    writeFileSync(join(folder, 'spoilt.json'), '{"keyId":');
    await expect(keysOf('spoilt.json')).rejects.toThrow();
    expect(readFileSync(join(folder, 'spoilt.json'), 'utf8')).toBe('{"keyId":');
  });
});
