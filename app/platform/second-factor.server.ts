import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { renderSVG } from 'uqr';
import { decryptBytesWith, encryptWith } from './vault.server';
import { installationKeys } from './installation-keys.server';

/** RFC 6238: SHA-1, 6 digits, 30 seconds a step, since that is what every authenticator app reads. */
const STEP_MS = 30_000;
/** One step either way forgives a clock that is half a minute off. */
const WINDOW = 1;
const CODES = 10;

type Bytes = Uint8Array<ArrayBuffer>;

/** A new secret of 160 bits, in base 32 as people type it. */
export const newSecondFactorSecret = (): string => new Secret({ size: 20 }).base32;

const totpOf = (secret: string, account: string) =>
  new TOTP({ issuer: 'Soundings', label: account, secret: Secret.fromBase32(secret) });

/** What an authenticator app scans, as a square of inline SVG, and the same address as text. */
export function secondFactorPicture(secret: string, account: string): { svg: string; address: string } {
  const address = totpOf(secret, account).toString();
  return { svg: renderSVG(address, { border: 2 }), address };
}

/** The step (30 seconds since 1970) that a code belongs to; null when it fits none, or one used before. */
export function stepOfCode(secret: string, code: string, at: Date, lastStep: bigint | null): bigint | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totpOf(secret, '').validate({ token: code, timestamp: at.getTime(), window: WINDOW });
  if (delta === null) return null;
  const step = BigInt(Math.floor(at.getTime() / STEP_MS) + delta);
  return lastStep !== null && step <= lastStep ? null : step;
}

/** For tests and for the demonstration's guided path: the code of an instant. */
export const codeAt = (secret: string, at: Date): string => totpOf(secret, '').generate({ timestamp: at.getTime() });

const ABOUT = (personId: string) => `second factor of ${personId}`;

export const lockSecret = (secret: string, personId: string): Bytes =>
  encryptWith(installationKeys().wrapping, secret, ABOUT(personId));

export const unlockSecret = (locked: Uint8Array, personId: string): string =>
  Buffer.from(decryptBytesWith(installationKeys().wrapping, locked, ABOUT(personId))).toString('utf8');

/** Ten codes of 50 random bits, as `k3f9w-2m7qx`, without i, l, o and u. */
export function newRecoveryCodes(): string[] {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
  const code = () => [...randomBytes(10)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
  return Array.from({ length: CODES }, code).map((text) => `${text.slice(0, 5)}-${text.slice(5)}`);
}

/** Null when it cannot be a recovery code. A plain hash serves: fifty random bits, and attempts are counted. */
export function hashOfRecoveryCode(typed: string): Bytes | null {
  const compact = typed.toLowerCase().replaceAll(/[\s-]/g, '');
  if (!/^[a-z0-9]{10}$/.test(compact)) return null;
  return new Uint8Array(createHash('sha256').update(`recovery ${compact}`).digest());
}
