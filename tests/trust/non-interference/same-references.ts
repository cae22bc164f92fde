import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Runs `work` with references that are the same in each world: they are random, and would differ between two
 * worlds in which the same was done.
 */
export async function withSameReferences<Value>(work: () => Promise<Value>): Promise<Value> {
  const { randomBytes } = crypto;
  let turn = 0;
  const drawn = (size: number): Buffer =>
    crypto
      .createHash('shake256', { outputLength: size })
      .update(`reference ${(turn += 1)}`)
      .digest();
  const same = (size: number, tell?: (error: null, bytes: Buffer) => void) =>
    tell ? void setImmediate(tell, null, drawn(size)) : drawn(size);
  Object.assign(crypto, { randomBytes: same });
  syncBuiltinESMExports();
  try {
    return await work();
  } finally {
    Object.assign(crypto, { randomBytes });
    syncBuiltinESMExports();
  }
}
