import { decryptWith, encryptWith, newKey, unwrapKey, wrapKey } from '~/platform/vault.server';

interface Kept {
  id: string;
  ciphertext: Uint8Array;
  wrappedKey: Uint8Array;
  keyId: string;
}

const about = (id: string): string => `annex:${id}`;

/** The text under a new key of its own, which the installation key wraps: the database alone reads nothing. */
export function encryptAnnex(id: string, text: string) {
  const key = newKey();
  const { wrapped, keyId } = wrapKey(key, about(id));
  return { ciphertext: encryptWith(key, text, about(id)), wrappedKey: wrapped, keyId };
}

export const decryptAnnex = ({ id, ciphertext, wrappedKey, keyId }: Kept): string =>
  decryptWith(unwrapKey(wrappedKey, keyId, about(id)), ciphertext, about(id));

/** What stands in the text's place for those who may not read it. */
export const wordsOf = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;
