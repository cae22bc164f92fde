import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendLine, linesOf } from './append-only-file.server';
import { env } from './env.server';
import { keepFile, readKeptFile, sweepFiles } from './files.server';
import { hashOfToken, newToken } from './one-time-tokens.server';

let folder: string;
const before = env.SOUNDINGS_DATA;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'soundings-files-'));
  env.SOUNDINGS_DATA = folder;
});
afterAll(() => {
  env.SOUNDINGS_DATA = before;
  rmSync(folder, { recursive: true, force: true });
});

describe('kept files', () => {
  test('come back byte for byte, under a name that says nothing of them', async () => {
    const bytes = Buffer.from('Ports, cranes and night shifts\0\xff', 'latin1');
    const { storedAs, sha256 } = await keepFile(bytes);
    expect(storedAs).toMatch(/^[0-9a-f]{32}$/);
    expect(Buffer.from(sha256)).toEqual(createHash('sha256').update(bytes).digest());
    expect(await readKeptFile(storedAs)).toEqual(bytes);
    expect(readdirSync(join(folder, 'files')).some((name) => name.endsWith('.partial'))).toBe(false);
  });

  test('are for the service alone to read', async () => {
    const { storedAs } = await keepFile(Buffer.from('x'));
    expect(statSync(join(folder, 'files', storedAs)).mode & 0o077).toBe(0);
  });

  test('the same bytes twice are two files', async () => {
    const [one, two] = [await keepFile(Buffer.from('same')), await keepFile(Buffer.from('same'))];
    expect(one.storedAs).not.toBe(two.storedAs);
    expect(one.sha256).toEqual(two.sha256);
  });

  test.each(['../../etc/passwd', '/etc/passwd', 'ABCDEF', '', `${'a'.repeat(32)}/..`, 'a'.repeat(31)])(
    'no name but one of the store is read: %j',
    (name) => {
      expect(() => readKeptFile(name)).toThrow('not a name that the file store gave');
    },
  );

  test('what no row names is swept after an hour; what is new or named stays', async () => {
    const [named, orphan, fresh] = await Promise.all([1, 2, 3].map(() => keepFile(Buffer.from('swept?'))));
    const old = new Date(Date.now() - 2 * 3_600_000);
    for (const { storedAs } of [named!, orphan!]) utimesSync(join(folder, 'files', storedAs), old, old);
    const others = new Set(readdirSync(join(folder, 'files')).filter((name) => name !== orphan?.storedAs));
    others.delete(fresh!.storedAs);
    expect(await sweepFiles(others, Date.now())).toBe(1);
    const left = readdirSync(join(folder, 'files'));
    expect(left).toContain(named?.storedAs);
    expect(left).toContain(fresh?.storedAs);
    expect(left).not.toContain(orphan?.storedAs);
  });

  test('an installation that never kept one has nothing to sweep', async () => {
    env.SOUNDINGS_DATA = join(folder, 'nothing-here');
    expect(await sweepFiles(new Set(), Date.now())).toBe(0);
    env.SOUNDINGS_DATA = folder;
  });
});

describe('a file that only grows', () => {
  test('gives its lines back in order', async () => {
    const path = join(folder, 'deep', 'heads.jsonl');
    expect(await linesOf(path)).toEqual([]);
    await appendLine(path, { position: '1', note: 'a\nb' });
    await appendLine(path, { position: '2' });
    expect(await linesOf(path)).toEqual([{ position: '1', note: 'a\nb' }, { position: '2' }]);
    expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(3);
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  test('loses at most the line that a crash cut short, and goes on after it', async () => {
    const path = join(folder, 'cut.jsonl');
    writeFileSync(path, '{"position":"1"}\n{"posi');
    expect(await linesOf(path)).toEqual([{ position: '1' }]);
    await appendLine(path, { position: '2' });
    await appendLine(path, { position: '3' });
    expect((await linesOf(path)).at(-1)).toEqual({ position: '3' });
  });

  test('that cannot be read is a fault, not an empty one', async () => {
    await expect(linesOf(folder)).rejects.toThrow(/EISDIR/);
  });
});

test('a token of a letter is long, never the same, and known by its hash alone', () => {
  const made = Array.from({ length: 200 }, () => newToken());
  expect(new Set(made.map(({ token }) => token)).size).toBe(200);
  for (const { token, hash } of made) {
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(hashOfToken(token)).toEqual(hash);
    expect(Buffer.from(hash).toString('base64url')).not.toContain(token);
  }
});
