import { createHash } from 'node:crypto';
import type { Db } from './db.server';

/** So many attempts in so many minutes, from the first of them. The documented counts: there are no others. */
export const LIMITS = {
  signInFromAddress: { attempts: 100, minutes: 15 },
  signInToAccount: { attempts: 10, minutes: 15 },
  secondFactor: { attempts: 6, minutes: 15 },
  ownPassword: { attempts: 10, minutes: 15 },
  mailToAddress: { attempts: 4, minutes: 60 },
  mailFromAddress: { attempts: 40, minutes: 60 },
  tokenFromAddress: { attempts: 60, minutes: 15 },
  orcidFromAddress: { attempts: 60, minutes: 15 },
  orcidRecord: { attempts: 20, minutes: 60 },
  doiLookUp: { attempts: 40, minutes: 15 },
  feedFromAddress: { attempts: 120, minutes: 15 },
  joinRequest: { attempts: 5, minutes: 24 * 60 },
} as const;

export type Limit = keyof typeof LIMITS;

/** The row names nobody: only a hash of who it counts is kept. */
const keyOf = (limit: Limit, of: string): string =>
  `${limit}:${createHash('sha256').update(of).digest('base64url').slice(0, 32)}`;

/**
 * Counts one attempt. Null while it is within the limit, else the minutes until the next may be made.
 * One statement, so that attempts that come at once are each counted.
 */
export async function countAttempt(db: Db, limit: Limit, of: string): Promise<number | null> {
  const { attempts, minutes } = LIMITS[limit];
  const [row] = await db.$queryRaw<{ count: number; seconds: number }[]>`
    INSERT INTO rate_limit AS r (key, count, window_end)
    VALUES (${keyOf(limit, of)}, 1, clock_timestamp() + make_interval(mins => ${minutes}::int))
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN r.window_end <= clock_timestamp() THEN 1 ELSE r.count + 1 END,
      window_end = CASE WHEN r.window_end <= clock_timestamp() THEN excluded.window_end ELSE r.window_end END
    RETURNING count, extract(epoch FROM window_end - clock_timestamp())::float8 AS seconds`;
  if (!row || row.count <= attempts) return null;
  return Math.max(1, Math.ceil(row.seconds / 60));
}

/** After a success the count starts again. */
export async function forgetAttempts(db: Db, limit: Limit, of: string): Promise<void> {
  await db.rateLimit.deleteMany({ where: { key: keyOf(limit, of) } });
}
