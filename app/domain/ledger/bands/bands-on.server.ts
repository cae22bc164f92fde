import type { Db } from '~/platform/db.server';
import type { Band } from '../shares';

/** The band of each term that holds on a day: the latest that has begun. */
export const bandsOn = (db: Db, day: Date): Promise<Band[]> => db.$queryRaw`
  SELECT DISTINCT ON (t.id) t.slug AS key, t.name, b.low, b.high, b.holds_from AS "holdsFrom", o.name AS owner, b.reason
  FROM money_band b JOIN term t ON t.id = b.term_id JOIN organisation o ON o.id = b.organisation_id
  WHERE b.holds_from <= ${day}::date ORDER BY t.id, b.holds_from DESC`;
