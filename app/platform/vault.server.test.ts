import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { installationKeys } from './installation-keys.server';
import {
  contentHash,
  decryptBytesWith,
  decryptWith,
  encryptWith,
  fingerprint,
  joinShares,
  newKey,
  newNonce,
  newSealPair,
  sealTo,
  signatureHolds,
  signBytes,
  signingPublicKey,
  splitKey,
  unseal,
  unwrapKey,
  wrapKey,
} from './vault.server';
import { createHash, createPublicKey, verify } from 'node:crypto';

const flipped = (bytes: Uint8Array, at: number): Uint8Array => {
  const copy = new Uint8Array(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};

describe('encryption under a key', () => {
  it('gives back any text, and never the same bytes twice', () => {
    const key = newKey();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, about) => {
        const first = encryptWith(key, text, about);
        expect(decryptWith(key, first, about)).toBe(text);
        expect(Buffer.from(first).equals(Buffer.from(encryptWith(key, text, about)))).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  it('notices another key, another subject and every changed byte', () => {
    const key = newKey();
    const sealed = encryptWith(key, 'a price of £120,000', 'bid 1');
    expect(() => decryptWith(newKey(), sealed, 'bid 1')).toThrow();
    expect(() => decryptWith(key, sealed, 'bid 2')).toThrow();
    expect(() => decryptWith(key, sealed.subarray(0, sealed.length - 1), 'bid 1')).toThrow();
    for (let at = 0; at < sealed.length; at++)
      expect(() => decryptWith(key, flipped(sealed, at), 'bid 1')).toThrow();
  });
});

describe('keys wrapped by the installation', () => {
  it('unwrap under the same subject alone', () => {
    const key = newKey();
    const { wrapped, keyId } = wrapKey(key, 'draft 1');
    expect(keyId).toBe(installationKeys().keyId);
    expect(unwrapKey(wrapped, keyId, 'draft 1')).toEqual(key);
    expect(() => unwrapKey(wrapped, keyId, 'draft 2')).toThrow();
  });

  it('name the key that a restore would need', () => {
    const { wrapped } = wrapKey(newKey(), 'draft 1');
    expect(() => unwrapKey(wrapped, 'feedbeef', 'draft 1')).toThrow(/needs installation key feedbeef/);
  });
});

describe('sealing to a public key', () => {
  it('opens with the private key and the same subject alone', () => {
    const pair = newSealPair();
    const sealed = sealTo(pair.publicKey, 'method: interviews', 'question 1, bid 1');
    expect(unseal(pair.privateKey, sealed, 'question 1, bid 1')).toBe('method: interviews');
    expect(() => unseal(pair.privateKey, sealed, 'question 1, bid 2')).toThrow();
    expect(() => unseal(newSealPair().privateKey, sealed, 'question 1, bid 1')).toThrow();
    expect(() => unseal(pair.privateKey, flipped(sealed, sealed.length - 20), 'question 1, bid 1')).toThrow();
  });

  it('takes a fresh key for each message', () => {
    const pair = newSealPair();
    const ephemeral = (text: string) =>
      Buffer.from(sealTo(pair.publicKey, text, 'x').subarray(0, 44)).toString('hex');
    expect(new Set([ephemeral('a'), ephemeral('a'), ephemeral('a')]).size).toBe(3);
  });

  it('carries a bid of ten megabytes', () => {
    const pair = newSealPair();
    const long = 'deep water '.repeat(900_000);
    expect(unseal(pair.privateKey, sealTo(pair.publicKey, long, 'x'), 'x')).toBe(long);
  });
});

describe('a key in two shares', () => {
  it('needs both, in either order', () => {
    const key = newKey();
    const [first, second] = splitKey(key);
    expect(joinShares(first, second)).toEqual(key);
    expect(joinShares(second, first)).toEqual(key);
    for (const share of [first, second]) expect(Buffer.from(share).equals(Buffer.from(key))).toBe(false);
    const sealed = encryptWith(key, 'private key', 'x');
    for (const share of [first, second, joinShares(first, first)])
      expect(() => decryptBytesWith(share, sealed, 'x')).toThrow();
  });

  it('is split differently each time', () => {
    const key = newKey();
    const shares = Array.from({ length: 5 }, () => Buffer.from(splitKey(key)[0]).toString('hex'));
    expect(new Set(shares).size).toBe(5);
  });
});

describe('receipts and signatures', () => {
  it('bind a content to its nonce', () => {
    const nonce = newNonce();
    expect(contentHash(nonce, '120000')).toEqual(contentHash(nonce, '120000'));
    expect(contentHash(nonce, '120000')).not.toEqual(contentHash(newNonce(), '120000'));
    expect(contentHash(nonce, '120000')).toHaveLength(32);
  });

  it('verify with the published key, without the app, and not when anything changed', () => {
    const message = contentHash(newNonce(), 'a bid');
    const { signature } = signBytes(message);
    expect(signature).toHaveLength(64);
    expect(signatureHolds(message, signature)).toBe(true);
    expect(verify(null, message, createPublicKey(signingPublicKey()), signature)).toBe(true);
    expect(signatureHolds(flipped(message, 0), signature)).toBe(false);
    expect(signatureHolds(message, flipped(signature, 5))).toBe(false);
  });
});

describe('fingerprints', () => {
  it('are the same for the same content, and no bare hash of it', () => {
    expect(fingerprint('120000')).toEqual(fingerprint('120000'));
    expect(fingerprint('120000')).not.toEqual(fingerprint('120001'));
    const bare = createHash('sha256').update('120000').digest();
    expect(Buffer.from(fingerprint('120000')).equals(bare)).toBe(false);
  });
});
