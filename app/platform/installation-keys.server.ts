import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { env } from './env.server';

/** The secrets that live outside the database. Losing them loses sealed bids; a backup must hold them. */
export interface InstallationKeys {
  keyId: string;
  wrapping: Uint8Array;
  signingPrivate: KeyObject;
  signingPublic: KeyObject;
}

type Stored = Record<keyof InstallationKeys, string>;

let held: InstallationKeys | undefined;

/** Read once; made at first need. Several processes may start at once: the first to link the file wins. */
export function installationKeys(): InstallationKeys {
  if (held) return held;
  const path = env.SOUNDINGS_KEY_FILE;
  if (!existsSync(path)) makeKeyFile(path);
  const stored = JSON.parse(readFileSync(path, 'utf8')) as Stored;
  const bytes = (text: string) => Buffer.from(text, 'base64');
  held = {
    keyId: stored.keyId,
    wrapping: new Uint8Array(bytes(stored.wrapping)),
    signingPrivate: createPrivateKey({ key: bytes(stored.signingPrivate), format: 'der', type: 'pkcs8' }),
    signingPublic: createPublicKey({ key: bytes(stored.signingPublic), format: 'der', type: 'spki' }),
  };
  return held;
}

function makeKeyFile(path: string): void {
  const pair = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  const keys: Stored = {
    keyId: randomBytes(4).toString('hex'),
    wrapping: randomBytes(32).toString('base64'),
    signingPrivate: pair.privateKey.toString('base64'),
    signingPublic: pair.publicKey.toString('base64'),
  };
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify(keys, null, 2), { mode: 0o600, flush: true });
  try {
    linkSync(temporary, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(temporary);
  }
}
