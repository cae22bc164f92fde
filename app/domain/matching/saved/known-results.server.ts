import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { newestResults, type Result } from './newest-results.server';

/** The latest results that are compared with what is known; of more that are new at once the rest is not told. */
export const MOST_COMPARED = 200;

interface Watched {
  id: string;
  query: string;
  oldUntil: Date | null;
}

/** What is found now is known, so that only what comes later is told. Answers up to when results are old. */
export async function beginKnowing(
  tx: Db,
  saved: Pick<Watched, 'id' | 'query'>,
  { actor, now }: { actor: Actor; now: Date },
): Promise<void> {
  const results = await newestResults(tx, { query: saved.query, actor, now, most: MOST_COMPARED });
  await know(tx, saved.id, results, now);
  const last = results.length === MOST_COMPARED ? results.at(-1) : undefined;
  await tx.savedSearch.update({
    where: { id: saved.id },
    data: { lookedAt: now, oldUntil: last?.publishedAt ?? null },
  });
}

/** Results that are not known yet, which are known from now on. How many there were. */
export async function comeToKnow(
  tx: Db,
  { id, query, oldUntil }: Watched,
  { actor, now }: { actor: Actor; now: Date },
): Promise<number> {
  const results = await newestResults(tx, { query, actor, now, most: MOST_COMPARED });
  const recent = results.filter(({ publishedAt }) => oldUntil === null || publishedAt > oldUntil);
  return know(tx, id, recent, now);
}

/** Two that find the same at once know it once: the row decides. */
const know = (tx: Db, savedSearchId: string, results: readonly Result[], now: Date): Promise<number> =>
  tx.$executeRaw`INSERT INTO known_result (saved_search_id, noun_id, noun, found_at)
    SELECT ${savedSearchId}::uuid, r.id, r.noun, ${now}
    FROM unnest(${results.map(({ id }) => id)}::uuid[], ${results.map(({ noun }) => noun)}::text[]) AS r(id, noun)
    ON CONFLICT DO NOTHING`;
