import { randomBytes } from 'node:crypto';
import type { Db } from '~/platform/db.server';
import { decryptWith, encryptWith, unwrapKey, wrapKey } from '~/platform/vault.server';
import { canonicalJson } from './fact-hash.server';

/** Encrypts personal text of a fact under the key of the person it is about, made at first need. */
export async function encryptForPerson(tx: Db, personId: string, text: Record<string, string>) {
  const plain = canonicalJson(text);
  const key = await personKey(tx, personId);
  const salt = new Uint8Array(randomBytes(16));
  return { plain, salt, ciphertext: key ? encryptWith(key, plain, personId) : new Uint8Array(0) };
}

/** The text again, or null once the person's key was destroyed. */
export async function decryptForPerson(
  tx: Db,
  personId: string,
  ciphertext: Uint8Array,
): Promise<Record<string, string> | null> {
  const row = await tx.personKey.findUnique({ where: { personId } });
  if (!row?.wrappedKey || ciphertext.length === 0) return null;
  const key = unwrapKey(row.wrappedKey, row.keyId, personId);
  return JSON.parse(decryptWith(key, ciphertext, personId)) as Record<string, string>;
}

/** Null for a person whose key was destroyed: nothing personal is kept about them any more. */
async function personKey(tx: Db, personId: string): Promise<Uint8Array | null> {
  const found = await tx.personKey.findUnique({ where: { personId } });
  if (found) return found.wrappedKey ? unwrapKey(found.wrappedKey, found.keyId, personId) : null;
  const key = new Uint8Array(randomBytes(32));
  const { wrapped, keyId } = wrapKey(key, personId);
  await tx.$executeRaw`INSERT INTO person_key (person_id, wrapped_key, key_id)
    VALUES (${personId}::uuid, ${wrapped}, ${keyId}) ON CONFLICT DO NOTHING`;
  const kept = await tx.personKey.findUniqueOrThrow({ where: { personId } });
  return kept.wrappedKey ? unwrapKey(kept.wrappedKey, kept.keyId, personId) : null;
}
