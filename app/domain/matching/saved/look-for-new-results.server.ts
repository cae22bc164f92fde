import { database, type Db } from '~/platform/db.server';
import { log } from '~/platform/log.server';
import { recordFacts } from '../../fact-record.server';
import { actorOf } from '../../people/queries/actor-of.server';
import { comeToKnow } from './known-results.server';

/** The hour of the UK day from which daily alerts go out, weekly ones on Mondays. */
const HOUR = 7;
/** Searches that are told at once are looked through no sooner than this after the last time. */
const AT_ONCE_MINUTES = 4;
/** Searches of one run; the others come in the next one. */
const MOST_SEARCHES = 500;

interface Due {
  id: string;
  query: string;
  personId: string;
  savedAt: Date;
  oldUntil: Date | null;
  now: Date;
}

/**
 * A job: each saved search whose time has come is looked through as its owner, and what is new is a fact, of which
 * they are told. One transaction a search, whose row is held: two processes never tell the same.
 */
export async function lookForNewResults(): Promise<number> {
  let looked = 0;
  while (looked < MOST_SEARCHES && (await lookOnce())) looked += 1;
  return looked;
}

async function lookOnce(): Promise<boolean> {
  const claimed: { due?: Due } = {};
  try {
    return await database().$transaction(
      async (tx) => {
        const due = await nextDue(tx);
        if (!due) return false;
        claimed.due = due;
        await look(tx, due);
        return true;
      },
      { timeout: 30_000 },
    );
  } catch (error) {
    if (!claimed.due) throw error;
    const { id, now } = claimed.due;
    log.warn('saved-search-failed', { id, error });
    await database().savedSearch.updateMany({ where: { id }, data: { lookedAt: now } });
    return true;
  }
}

const nextDue = async (tx: Db): Promise<Due | undefined> => {
  const [due] = await tx.$queryRaw<Due[]>`
    WITH time AS MATERIALIZED (SELECT soundings.now() AS now), turn AS MATERIALIZED (
      SELECT now, (date_trunc('day', now AT TIME ZONE 'Europe/London') + make_interval(hours => ${HOUR}::int))
          AT TIME ZONE 'Europe/London' AS today,
        (date_trunc('week', now AT TIME ZONE 'Europe/London') + make_interval(hours => ${HOUR}::int))
          AT TIME ZONE 'Europe/London' AS monday
      FROM time)
    SELECT s.id, s.query, s.person_id AS "personId", s.saved_at AS "savedAt", s.old_until AS "oldUntil", t.now
    FROM saved_search s CROSS JOIN turn t
    WHERE (s.alert = 'atOnce' AND s.looked_at <= t.now - make_interval(mins => ${AT_ONCE_MINUTES}::int))
      OR (s.alert = 'daily' AND s.looked_at < t.today AND t.today <= t.now)
      OR (s.alert = 'weekly' AND s.looked_at < t.monday AND t.monday <= t.now)
    ORDER BY s.looked_at LIMIT 1 FOR UPDATE OF s SKIP LOCKED`;
  return due;
};

async function look(tx: Db, { id, query, personId, savedAt, oldUntil, now }: Due): Promise<void> {
  const actor = await actorOf(personId, { storedId: null, secondFactorAt: savedAt });
  const added = actor?.secondFactorPassed ? await comeToKnow(tx, { id, query, oldUntil }, { actor, now }) : 0;
  await tx.savedSearch.update({ where: { id }, data: { lookedAt: now } });
  if (added === 0) return;
  const data = { savedSearchId: id, foundAt: now.toISOString(), results: added };
  const fact = { name: 'SavedSearchHasFoundMore', noun: 'person' as const, nounId: personId, data };
  await recordFacts(tx, { actor: { kind: 'visitor', asOf: now }, now, command: 'clock' }, [fact]);
}
