import { createHash } from 'node:crypto';

export interface HashedFact {
  id: string;
  name: string;
  command: string;
  actorId: string | null;
  noun: string;
  nounId: string;
  at: Date;
  data: unknown;
  commitment: Uint8Array | null;
}

/** JSON with the keys of every object in code-unit order and no white space (RFC 8785 for our value kinds). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/**
 * SHA-256 (32 bytes) over the canonical JSON of a fact. `at` counts as ISO 8601 in milliseconds,
 * the commitment as lower-case hex. `scripts/verify-audit.mjs` computes the same without the app.
 */
export function factHash(fact: HashedFact): Uint8Array<ArrayBuffer> {
  const { id, name, command, actorId, noun, nounId, data } = fact;
  const commitment = fact.commitment ? Buffer.from(fact.commitment).toString('hex') : null;
  const text = canonicalJson({
    id,
    name,
    command,
    actorId,
    noun,
    nounId,
    at: fact.at.toISOString(),
    data,
    commitment,
  });
  return new Uint8Array(createHash('sha256').update(text).digest());
}

/** SHA-256(salt ‖ text): binds a fact to personal text that can be destroyed without breaking the chain. */
export function commitmentTo(salt: Uint8Array, plain: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(salt).update(plain).digest());
}
