import { createHash, randomBytes } from 'node:crypto';
import { database } from '~/platform/db.server';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** A session made straight in the database, for suites that ask thousands of pages; returns the cookie header. */
export async function cookieFor(personId: string): Promise<string> {
  const id = [...randomBytes(40)].map((byte) => ALPHABET.charAt(byte % 32)).join('');
  const now = new Date();
  await database().session.create({
    data: {
      id: createHash('sha256').update(id).digest('base64url'),
      personId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 8 * 3_600_000),
      secondFactorAt: now,
      userAgent: 'suite',
    },
  });
  return `soundings=${id}`;
}
