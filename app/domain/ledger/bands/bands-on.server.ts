import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { calledThenSql } from '../../strategy/on-day/organisations-then.server';
import { termNameThenSql } from '../../taxonomy/in-use-then.server';
import { isoDay } from '../../uk-time';
import type { Band } from '../shares';

/** The band of each term that holds on a day: the latest that has begun, of those that were known by an instant. */
export const bandsOn = (db: Db, day: Date, until?: Date): Promise<Band[]> => db.$queryRaw`
  SELECT DISTINCT ON (t.id) t.slug AS key, ${until ? termNameThenSql('t', until) : Prisma.sql`t.name`} AS name, b.low, b.high,
    b.holds_from AS "holdsFrom", ${calledThenSql('organisation', 'o', until ?? null)} AS owner, b.reason
  FROM money_band b JOIN term t ON t.id = b.term_id JOIN organisation o ON o.id = b.organisation_id
  WHERE b.holds_from <= ${isoDay(day)}::date AND ${until ? Prisma.sql`b.recorded_at < ${until}` : Prisma.sql`true`}
  ORDER BY t.id, b.holds_from DESC`;
