import type { Db } from '~/platform/db.server';
import { actorOf } from '../people/queries/actor-of.server';
import type { Level } from './comment';
import type { LoadedItem } from './discussed-item.server';
import { levelsRead } from './discussion-policy';
import { namesCalled, type Called } from './mentions';

const MOST_MENTIONED = 10;

/** The people that a text calls by their whole name and who can read it; nobody where two bear the name. */
export async function peopleCalled(
  db: Db,
  item: LoadedItem,
  level: Level,
  text: string,
  now: Date,
): Promise<(Called & { id: string })[]> {
  const names = namesCalled(text).map((name) => name.toLowerCase());
  if (names.length === 0) return [];
  const found = await db.$queryRaw<(Called & { id: string })[]>`
    SELECT (array_agg(p.id))[1] AS id, (array_agg(p.reference))[1] AS reference, min(p.name) AS name FROM person p
    WHERE lower(p.name) = ANY(${names}) AND p.verified_at IS NOT NULL AND p.suspended_at IS NULL
      AND p.erased_at IS NULL AND p.merged_into_id IS NULL
    GROUP BY lower(p.name) HAVING count(*) = 1 LIMIT ${MOST_MENTIONED}`;
  const readers = await readersAmong(
    item,
    level,
    found.map(({ id }) => id),
    now,
  );
  return found.filter(({ id }) => readers.includes(id));
}

/** Of some people those who read a level of a discussion now, as if they had just signed in. */
export async function readersAmong(
  item: LoadedItem,
  level: Level,
  personIds: string[],
  now: Date,
): Promise<string[]> {
  const reading: string[] = [];
  for (const id of personIds) {
    const actor = await actorOf(id, { storedId: '', secondFactorAt: now });
    if (actor && levelsRead(actor, item.standing(actor)).includes(level)) reading.push(id);
  }
  return reading;
}
