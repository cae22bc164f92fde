import type { Actor } from '~/domain/actor';
import { evidenceMap } from '~/domain/insight/map/queries/evidence-map.server';
import { findingList } from '~/domain/knowledge/queries/finding-list.server';
import { searchEverything } from '~/domain/matching/queries/search-everything.server';
import { bestByWords, WORD_SETTINGS } from '~/domain/matching/ranking/best-by-words.server';
import { readableFindings } from '~/domain/matching/ranking/readable.server';
import { ask } from '~/domain/query.server';
import { database, pool } from '~/platform/db.server';
import { actorFor } from '../support/factories/people';
import { distractors } from './duplicates/distractors';
import { onOwnDatabase } from './own-database';
import { makeReader } from './rows';
import { makeFindings } from './scale/make-findings';
import { rankEverything } from './scale/rank-everything';
import { quantile, verdict } from './scale/times';

const FEW = 1000;
const MANY = 1_000_000;
const MOST_INDEX_MINUTES = 15;
const MOST_SEARCH_MS = 100;
const MOST_MEGABYTES = 600;
/** How often each page is asked for; every search is another text. */
const ROUNDS = 40;
const GROWTH = { search: 10, list: 3, map: 10 };

type Work = keyof typeof GROWTH;

interface Measured {
  times: Record<Work, number[]>;
  indexSeconds: number;
}

/** `npm run bench -- scale [findings]`: what a million findings cost beside a thousand. */
export async function benchScale(most: number = MANY): Promise<boolean> {
  const few = await onOwnDatabase(() => measure(FEW));
  const many = await onOwnDatabase(async () => {
    const measured = await measure(most);
    await reportLoss();
    return measured;
  });
  console.log(`\np95 at ${FEW} and at ${most} findings, as a member of the network reads them`);
  const good = (Object.keys(GROWTH) as Work[]).map((work) => {
    const [before, after] = [quantile(few.times[work], 0.95), quantile(many.times[work], 0.95)];
    const growth = after / before;
    return verdict(
      growth <= GROWTH[work],
      `${work}: ${before.toFixed(1)} and ${after.toFixed(1)} ms, growth ${growth.toFixed(1)} (≤ ${GROWTH[work]})`,
    );
  });
  const search = quantile(many.times.search, 0.95);
  good.push(verdict(search <= MOST_SEARCH_MS, `search p95 ${search.toFixed(0)} ms (≤ ${MOST_SEARCH_MS})`));
  const minutes = many.indexSeconds / 60;
  good.push(
    verdict(
      minutes <= MOST_INDEX_MINUTES,
      `index made in ${minutes.toFixed(1)} min (≤ ${MOST_INDEX_MINUTES})`,
    ),
  );
  const memory = process.memoryUsage.rss() / 2 ** 20;
  good.push(
    verdict(memory <= MOST_MEGABYTES, `memory of this process ${memory.toFixed(0)} MB (≤ ${MOST_MEGABYTES})`),
  );
  return good.every(Boolean);
}

async function measure(count: number): Promise<Measured> {
  console.log(`\n${count} findings`);
  let started = performance.now();
  await makeFindings(count);
  console.log(`      made in ${seconds(started).toFixed(1)} s`);
  started = performance.now();
  await rankEverything();
  const indexSeconds = seconds(started);
  const { rows } = await pool().query<{ size: string }>(
    `SELECT pg_size_pretty(sum(pg_total_relation_size(t))) AS size
     FROM unnest('{ranked_document,posting,term_frequency}'::regclass[]) t`,
  );
  console.log(`      index made in ${indexSeconds.toFixed(1)} s, ${rows[0]?.size ?? ''}`);
  const actor = await actorFor((await makeReader()).id);
  const times = {
    search: await timed(searches(), (q) => ask(searchEverything, actor, { q })),
    list: await timed(await places(actor), (after) => ask(findingList, actor, after ? { after } : {})),
    map: await timed([0, 1, 2], () => ask(evidenceMap, actor, {})),
  };
  for (const [work, taken] of Object.entries(times))
    console.log(
      `      ${work}: median ${quantile(taken, 0.5).toFixed(1)}, p95 ${quantile(taken, 0.95).toFixed(1)} ms`,
    );
  return { times, indexSeconds };
}

/** Questions as people put them: two to nine words, among them the most common ones of the collection. */
const searches = (): string[] =>
  distractors(1000 + ROUNDS)
    .slice(1000)
    .map(({ title }, index) =>
      title
        .replaceAll(/[^\p{L}\s-]/gu, ' ')
        .split(/\s+/)
        .slice(0, 3 + (index % 8))
        .join(' '),
    );

/** The first page, and pages from all over the list. */
async function places(actor: Actor): Promise<(string | undefined)[]> {
  const first = await ask(findingList, actor, {});
  const { rows } = await pool().query<{ place: string }>(
    `SELECT to_char(published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '_' || id AS place
     FROM finding ORDER BY md5(id::text) LIMIT $1`,
    [ROUNDS],
  );
  return [undefined, first?.next ?? undefined, ...rows.map(({ place }) => place)];
}

/** Warmed up with all of them once. */
async function timed<Given>(
  given: readonly Given[],
  work: (one: Given) => Promise<unknown>,
): Promise<number[]> {
  for (const one of given) await work(one);
  const times: number[] = [];
  for (const one of given) {
    const started = performance.now();
    await work(one);
    times.push(performance.now() - started);
  }
  return times;
}

/** What reading only the postings of highest impact costs: the scores of the first ten beside those by all postings. */
async function reportLoss(): Promise<void> {
  const actor = await actorFor((await makeReader()).id);
  const find = async (text: string, mostPostings: number) => {
    const noun = { readable: readableFindings(actor) };
    const [hits = []] = await bestByWords(database(), text, [noun], {
      ...WORD_SETTINGS,
      most: 10,
      mostPostings,
    });
    return hits;
  };
  const shares: number[] = [];
  for (const text of searches().slice(0, 8)) {
    const total = async (mostPostings: number) =>
      (await find(text, mostPostings)).reduce((sum, { words }) => sum + words, 0);
    const [capped, whole] = [await total(WORD_SETTINGS.mostPostings), await total(10_000_000)];
    shares.push(whole > 0 ? capped / whole : 1);
  }
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  console.log(
    `      the first ten score at least ${(100 * mean).toFixed(1)} % of what they would by all postings`,
  );
}

const seconds = (since: number) => (performance.now() - since) / 1000;
