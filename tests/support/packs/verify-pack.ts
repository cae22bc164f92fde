import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signingPublicKey } from '~/platform/vault.server';
import { unzipPart } from '~/domain/knowledge/citations/exchange/tables/unzip.server';
import { zipArchive } from '~/domain/knowledge/citations/exchange/tables/zip-archive.server';

export interface PackVerdict {
  status: number | null;
  words: string;
}

/** What the lone verifier says of an archive, as a program of its own with nothing but Node. */
export function verdictOn(archive: Uint8Array, key: string | null = signingPublicKey()): PackVerdict {
  const folder = mkdtempSync(join(tmpdir(), 'soundings-pack-'));
  try {
    const file = join(folder, 'pack.zip');
    writeFileSync(file, archive);
    const keyed = key === null ? [] : ['--key', join(folder, 'key.pem')];
    if (key !== null) writeFileSync(join(folder, 'key.pem'), key);
    const run = spawnSync(process.execPath, ['scripts/verify-pack.mjs', file, ...keyed], {
      encoding: 'utf8',
      env: { NODE_ENV: 'test', PATH: '' },
    });
    return { status: run.status, words: run.stdout + run.stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const MOST = 2 ** 28;

/** Every file of an archive, unzipped. */
export function filesIn(archive: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  const start = archive.readUInt32LE(archive.length - 6);
  for (let at = start; archive.readUInt32LE(at) === 0x02014b50;) {
    const length = archive.readUInt16LE(at + 28);
    const name = archive.subarray(at + 46, at + 46 + length).toString();
    const part = unzipPart(archive, name, MOST);
    if (part.kind !== 'read') throw new Error(`${name} is ${part.kind}`);
    files.set(name, part.bytes.toString());
    at += 46 + length;
  }
  return files;
}

export async function zipOf(files: ReadonlyMap<string, string>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of zipArchive([...files].map(([name, content]) => ({ name, content }))))
    chunks.push(chunk);
  return Buffer.concat(chunks);
}
