import { z } from 'zod';
import { decryptWith, encryptWith, newKey, unwrapKey, wrapKey } from '~/platform/vault.server';
import type { ExpressionContent } from './expression';

const content = z.strictObject({ names: z.string(), approach: z.string() });
const about = (id: string) => `expression:${id}`;

/** Encrypted under a key of its own, which the database holds wrapped by the installation's alone. */
export function sealExpression(id: string, said: ExpressionContent) {
  const key = newKey();
  const { wrapped, keyId } = wrapKey(key, about(id));
  return { sealed: encryptWith(key, JSON.stringify(said), about(id)), wrappedKey: wrapped, keyId };
}

interface Sealed {
  id: string;
  sealed: Uint8Array;
  wrappedKey: Uint8Array;
  keyId: string;
}

/** Who may read it is the caller's policy to say: its author at any time, the panel after the deadline. */
export const openExpression = ({ id, sealed, wrappedKey, keyId }: Sealed): ExpressionContent =>
  content.parse(JSON.parse(decryptWith(unwrapKey(wrappedKey, keyId, about(id)), sealed, about(id))));
