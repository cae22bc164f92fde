import { createHash } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import common from './common-passwords.json' with { type: 'json' };

/** argon2id with 19 MiB, 2 passes, 1 lane: the floor that OWASP recommends. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;
const DIGEST = 8;

const commonDigests = new Set<string>();
for (let at = 0; at < common.digests.length; at += DIGEST) commonDigests.add(common.digests.slice(at, at + DIGEST));

const digestOf = (text: string): string =>
  createHash('sha256').update(text).digest().subarray(0, 6).toString('base64url');

/** Equal for the same word however a keyboard or a phone composed its accents. */
const normal = (password: string): string => password.normalize('NFKC');

/** What is wrong with a new password, in words; null when nothing is. There are no composition rules. */
export function faultOfPassword(password: string): string | null {
  const length = [...normal(password)].length;
  if (length < SHORTEST_PASSWORD) return `Use ${SHORTEST_PASSWORD} characters or more`;
  if (length > LONGEST_PASSWORD) return `Use ${LONGEST_PASSWORD} characters or fewer`;
  if (isCommon(normal(password).toLowerCase()))
    return 'This password is on lists of leaked passwords. Choose another, such as three random words';
  return null;
}

/** On the list, or one short text again and again, which says no more than the text itself. */
function isCommon(password: string): boolean {
  if (commonDigests.has(digestOf(password))) return true;
  return /^(.{1,6})\1+$/su.test(password);
}

export const hashPassword = (password: string): Promise<string> => hash(normal(password), COST);

let decoy: Promise<string> | undefined;

/** As slow for an account that does not exist or has no password as for one that has. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('a password that nobody has');
  const fits = await verify(stored ?? (await decoy), normal(password.slice(0, 4 * LONGEST_PASSWORD)));
  return stored !== null && fits;
}
