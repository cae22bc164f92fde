import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bestByWords, WORD_SETTINGS } from '~/domain/matching/ranking/best-by-words.server';
import { FEEDBACK } from '~/domain/matching/ranking/feedback';
import { LEARNING, learnMeanings } from '~/domain/matching/ranking/meaning/learn-meanings.server';
import { meaningOf } from '~/domain/matching/ranking/meaning/latest-space.server';
import { NEIGHBOURS } from '~/domain/matching/ranking/neighbour-smoothing';
import { rankedOrder, type RankingSettings } from '~/domain/matching/ranking/ranked-order.server';
import { SHELVES } from '~/domain/matching/ranking/shelves';
import { database, pool } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { gainAtTen } from './gain';
import { onOwnDatabase } from './own-database';

interface RetrievalSet {
  documents: { id: string; title: string; text: string }[];
  queries: { id: string; text: string }[];
  /** Per query, per relevant document, its gain. */
  relevant: Record<string, Record<string, number>>;
}

interface Judged {
  name: string;
  queries: { text: string; gains: ReadonlyMap<string, number> }[];
}

type Search = (text: string) => Promise<string[]>;

const SETS = [
  {
    name: 'Cranfield',
    file: 'cranfield.json',
    target: 0.45,
    others: 'PostgreSQL ts_rank 0.33, minisearch 0.33, lunr 0.38, wink 0.39',
  },
  {
    name: 'CISI',
    file: 'cisi.json',
    target: 0.44,
    others: 'PostgreSQL ts_rank 0.28, minisearch 0.36, lunr 0.36, wink 0.40',
  },
];

const SHELF = SHELVES.finding.everyone;
const READABLE = { open: [SHELF] };

/** Each setting about halved and doubled by itself: a setting that holds elsewhere too changes little. */
const VARIANTS: [string, Partial<RankingSettings>][] = [
  ...[4, 16].map((documents): [string, Partial<RankingSettings>] => [
    `feedback from ${documents} documents`,
    { feedback: { ...FEEDBACK, documents } },
  ]),
  ...[20, 80].map((terms): [string, Partial<RankingSettings>] => [
    `${terms} terms of feedback`,
    { feedback: { ...FEEDBACK, terms } },
  ]),
  ...[0.2, 0.6].map((part): [string, Partial<RankingSettings>] => [
    `feedback makes up ${part}`,
    { feedback: { ...FEEDBACK, part } },
  ]),
  ...[0.2, 0.6].map((meaning): [string, Partial<RankingSettings>] => [
    `meaning weighs ${meaning}`,
    { meaning },
  ]),
  ...[3, 10].map((nearest): [string, Partial<RankingSettings>] => [
    `${nearest} neighbours`,
    { neighbours: { ...NEIGHBOURS, neighbours: nearest } },
  ]),
  ...[0.15, 0.6].map((part): [string, Partial<RankingSettings>] => [
    `neighbours make up ${part}`,
    { neighbours: { ...NEIGHBOURS, part } },
  ]),
  ...[100, 400].map((most): [string, Partial<RankingSettings>] => [`${most} candidates`, { most }]),
];

/** Prints how well the sets of a folder are ranked by the product's own index; true when every target is met. */
export async function benchRetrieval(folder: string): Promise<boolean> {
  const met: boolean[] = [];
  const rows: number[][] = [];
  for (const { name, file, target, others } of SETS) {
    const set = JSON.parse(readFileSync(join(folder, file), 'utf8')) as RetrievalSet;
    await onOwnDatabase(async () => {
      const judged = await prepare(name, set);
      met.push(await report(judged, target, others));
      rows.push(await variants(judged));
    });
  }
  reportVariants(rows);
  return met.every(Boolean);
}

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1);
const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1);

async function prepare(name: string, { documents, queries, relevant }: RetrievalSet): Promise<Judged> {
  console.log(`\n${name}: ${documents.length} documents, ${queries.length} queries`);
  await pool().query('SELECT soundings.rank_document(subject, NULL, $1, $1) FROM ranked_document', ['']);
  let started = performance.now();
  const subjects = new Map<string, string>();
  for (const { id, title, text } of documents) {
    const subject = newId();
    subjects.set(id, subject);
    await pool().query('SELECT soundings.rank_document($1, $2, $3, $4)', [subject, SHELF, title, text]);
  }
  await pool().query('SELECT soundings.fold_term_frequencies()');
  console.log(`      indexed in ${seconds(started)} s, each in a transaction of its own`);
  started = performance.now();
  const cpu = process.cpuUsage();
  await learnMeanings();
  const busy = (process.cpuUsage(cpu).user / 1e6).toFixed(1);
  console.log(
    `      space of ${LEARNING.dimensions} dimensions learnt, all placed: ${seconds(started)} s (${busy} s of one core)`,
  );
  const { rows } = await pool().query<{
    bytes: number;
  }>(`SELECT sum(pg_total_relation_size(t))::float AS bytes
    FROM unnest('{ranked_document,posting,term_frequency,semantic_space}'::regclass[]) t`);
  console.log(
    `      index ${megabytes(rows[0]?.bytes ?? 0)} MB, process ${megabytes(process.memoryUsage.rss())} MB`,
  );
  const asked = queries.flatMap(({ id, text }) => {
    const gains = Object.entries(relevant[id] ?? {}).map(([document, gain]): [string, number] => [
      subjects.get(document) ?? document,
      gain,
    ]);
    return gains.length > 0 ? [{ text, gains: new Map(gains) }] : [];
  });
  return { name, queries: asked };
}

const byWords: Search = async (text) => {
  const [hits = []] = await bestByWords(database(), text, [{ readable: READABLE }]);
  return hits.map(({ subject }) => subject);
};

const NO_FEEDBACK = { ...FEEDBACK, documents: 0 };

const ranked =
  (settings: Partial<RankingSettings> = {}, times: number[] = []): Search =>
  async (text) => {
    const started = performance.now();
    const meaning = settings.meaning === 0 ? null : await meaningOf(database(), text);
    const [order = []] = await rankedOrder(database(), { text, meaning }, [READABLE], {
      ...WORD_SETTINGS,
      ...settings,
    });
    times.push(performance.now() - started);
    return order;
  };

async function report(judged: Judged, target: number, others: string): Promise<boolean> {
  console.log(`      nDCG@10 by others: ${others}`);
  for (const [name, search] of [
    ['BM25', byWords],
    ['BM25 with feedback', ranked({ meaning: 0 })],
    ['BM25 and meaning', ranked({ feedback: NO_FEEDBACK })],
  ] as const)
    console.log(`      ${name}: ${(await gain(judged, search)).toFixed(4)}`);
  const times: number[] = [];
  const reached = await gain(judged, ranked({}, times));
  times.sort((a, b) => a - b);
  const quantile = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  console.log(`      one search takes ${quantile(0.5)} ms, p95 ${quantile(0.95)} ms`);
  const good = reached >= target;
  console.log(`${good ? 'ok  ' : 'FAIL'}  ${judged.name}, mixed: ${reached.toFixed(4)} (≥ ${target})`);
  return good;
}

async function gain({ queries }: Judged, search: Search): Promise<number> {
  let sum = 0;
  for (const { text, gains } of queries) sum += gainAtTen(await search(text), gains);
  return sum / queries.length;
}

const LABELLED: [string, Partial<RankingSettings>][] = [['as set', {}], ...VARIANTS];

async function variants(judged: Judged): Promise<number[]> {
  const reached: number[] = [];
  for (const [, change] of LABELLED) reached.push(await gain(judged, ranked(change)));
  return reached;
}

/** Also what a setting chosen on one set alone reaches on the other, which is what a third set may expect. */
function reportVariants(rows: readonly number[][]): void {
  console.log(`\nOne setting changed at a time: ${SETS.map(({ name }) => name).join(', ')}`);
  LABELLED.forEach(([label], at) => {
    const reached = rows.map((row) => (row[at] ?? 0).toFixed(4));
    console.log(`      ${reached.join('  ')}  ${label}`);
  });
  rows.forEach((row, on) => {
    const at = row.indexOf(Math.max(...row));
    const elsewhere = SETS.flatMap(({ name }, other) =>
      other === on ? [] : [`${name} ${(rows[other]?.[at] ?? 0).toFixed(4)}`],
    );
    console.log(`      best on ${SETS[on]?.name}: ${LABELLED[at]?.[0]}; with it ${elsewhere.join(', ')}`);
  });
}
