import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import { installationKeys, type InstallationKeys } from './installation-keys.server';

type Bytes = Uint8Array<ArrayBuffer>;

const NONCE = 12;
const TAG = 16;
const bytes = (buffer: Buffer): Bytes => new Uint8Array(buffer);

/** AES-256-GCM. Returns nonce (12 bytes) ‖ ciphertext ‖ tag (16 bytes); `about` is authenticated, not stored. */
export function encryptWith(key: Uint8Array, plain: string | Uint8Array, about: string): Bytes {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(Buffer.from(plain as string)), cipher.final()]);
  return bytes(Buffer.concat([nonce, body, cipher.getAuthTag()]));
}

/** The inverse of encryptWith. Throws when key, bytes or `about` do not fit. */
export function decryptBytesWith(key: Uint8Array, sealed: Uint8Array, about: string): Bytes {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE));
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const body = sealed.subarray(NONCE, sealed.length - TAG);
  return bytes(Buffer.concat([decipher.update(body), decipher.final()]));
}

export const decryptWith = (key: Uint8Array, sealed: Uint8Array, about: string): string =>
  Buffer.from(decryptBytesWith(key, sealed, about)).toString('utf8');

export const newKey = (): Bytes => bytes(randomBytes(32));

function keysNamed(keyId: string): InstallationKeys {
  const keys = installationKeys();
  if (keys.keyId !== keyId)
    throw new Error(
      `this needs installation key ${keyId}, but the key file holds ${keys.keyId}: restore that key file`,
    );
  return keys;
}

/** Wraps a key by the installation key, which lives outside the database. */
export function wrapKey(key: Uint8Array, about: string): { wrapped: Bytes; keyId: string } {
  const keys = installationKeys();
  return { wrapped: encryptWith(keys.wrapping, key, `wrap:${about}`), keyId: keys.keyId };
}

export const unwrapKey = (wrapped: Uint8Array, keyId: string, about: string): Bytes =>
  decryptBytesWith(keysNamed(keyId).wrapping, wrapped, `wrap:${about}`);

/** A new X25519 pair: public key as SPKI DER, private key as PKCS#8 DER. */
export function newSealPair(): { publicKey: Bytes; privateKey: Bytes } {
  const pair = generateKeyPairSync('x25519', {
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  return { publicKey: bytes(pair.publicKey), privateKey: bytes(pair.privateKey) };
}

const messageKey = (shared: Buffer, ephemeral: Uint8Array): Bytes =>
  new Uint8Array(hkdfSync('sha256', shared, ephemeral, 'soundings seal', 32));

/**
 * Seals to a public key: an ephemeral X25519 agreement, HKDF-SHA-256, AES-256-GCM with `about` authenticated.
 * Returns ephemeral public key (44 bytes SPKI DER) ‖ nonce ‖ ciphertext ‖ tag.
 */
export function sealTo(publicKey: Uint8Array, plain: string, about: string): Bytes {
  const pair = generateKeyPairSync('x25519');
  const shared = diffieHellman({
    privateKey: pair.privateKey,
    publicKey: createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' }),
  });
  const ephemeral = pair.publicKey.export({ type: 'spki', format: 'der' });
  const sealed = encryptWith(messageKey(shared, ephemeral), plain, about);
  return bytes(Buffer.concat([ephemeral, sealed]));
}

/** The inverse of sealTo. Throws when the key or `about` does not fit. */
export function unseal(privateKey: Uint8Array, sealed: Uint8Array, about: string): string {
  const ephemeral = sealed.subarray(0, 44);
  const shared = diffieHellman({
    privateKey: createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' }),
    publicKey: createPublicKey({ key: Buffer.from(ephemeral), format: 'der', type: 'spki' }),
  });
  return decryptWith(messageKey(shared, ephemeral), sealed.subarray(44), about);
}

/** Splits a key in two shares that are both needed: share A is random, share B is key XOR A. */
export function splitKey(key: Uint8Array): [Bytes, Bytes] {
  const first = bytes(randomBytes(key.length));
  return [first, joinShares(key, first)];
}

export const joinShares = (a: Uint8Array, b: Uint8Array): Bytes =>
  new Uint8Array(a.map((byte, i) => byte ^ (b[i] ?? 0)));

/** SHA-256(nonce ‖ content), 32 bytes: with the nonce, a short content such as a price cannot be guessed. */
export const contentHash = (nonce: Uint8Array, content: string): Bytes =>
  bytes(createHash('sha256').update(nonce).update(content).digest());

/**
 * HMAC-SHA-256 under the installation key, 32 bytes: tells whether a content is the same as before. A bare
 * hash of something short, such as a price, could be guessed by whoever holds the database.
 */
export const fingerprint = (content: string): Bytes =>
  bytes(createHmac('sha256', installationKeys().wrapping).update('fingerprint').update(content).digest());

export const newNonce = (): Bytes => bytes(randomBytes(32));

/** Ed25519 over the given bytes by the installation's signing key. */
export function signBytes(message: Uint8Array): { signature: Bytes; keyId: string } {
  const keys = installationKeys();
  return { signature: bytes(sign(null, message, keys.signingPrivate)), keyId: keys.keyId };
}

export function signatureHolds(message: Uint8Array, signature: Uint8Array): boolean {
  return verify(null, message, installationKeys().signingPublic, signature);
}

/** The public half, as PEM, for anybody who verifies receipts, statements or the audit trail. */
export const signingPublicKey = (): string =>
  installationKeys().signingPublic.export({ type: 'spki', format: 'pem' }).toString();
