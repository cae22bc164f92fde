import { Prisma } from './generated/prisma/client';
import type { Db } from './db.server';

/** The product's clock: real time, moved forward only in a test or demonstration database. */
export async function soundingsNow(db: Db): Promise<Date> {
  const rows = await db.$queryRaw<{ now: Date }[]>(Prisma.sql`SELECT soundings.now() AS now`);
  const now = rows[0]?.now;
  if (!now) throw new Error('soundings.now() gave no row.');
  return now;
}

/** The machine's clock, for sessions, one-time codes and rate limits. */
export function realNow(): Date {
  return new Date();
}
