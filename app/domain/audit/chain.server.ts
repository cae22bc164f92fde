import { createHash } from 'node:crypto';

/** What stands before the first fact: 32 zero bytes. */
export const CHAIN_START: Uint8Array = new Uint8Array(32);

/** The chain after one more fact: SHA-256(chain before ‖ hash of the fact), 32 bytes. */
export const chainAfter = (before: Uint8Array, factHash: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(before).update(factHash).digest());

/** The bytes that a head's signature covers: `soundings-head:<position>:<chain hex>:<signed at, ISO 8601>`. */
export const headMessage = (position: bigint, chain: Uint8Array, signedAt: Date): Uint8Array =>
  Buffer.from(`soundings-head:${position}:${Buffer.from(chain).toString('hex')}:${signedAt.toISOString()}`);
