import { readFileSync } from 'node:fs';
import { bestByWords, WORD_SETTINGS } from '~/domain/matching/ranking/best-by-words.server';
import { PERHAPS_THE_SAME } from '~/domain/matching/queries/nearest-questions-and-findings.server';
import { SHELVES } from '~/domain/matching/ranking/shelves';
import { database, pool } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { distractors } from './duplicates/distractors';
import { onOwnDatabase } from './own-database';

interface Text {
  title: string;
  text: string;
}

interface Pair {
  id: string;
  existing: Text;
  asked: Text;
}

const DISTRACTORS = 6000;
const SHELF = SHELVES.question.network;
const WORDS_ALONE = { ...WORD_SETTINGS, most: 50, leastShared: 2 };
const MOST_OVERLAP = 0.35;
const LEAST_FOUND = 0.95;
const MOST_ASKED_IN_VAIN = 0.1;

const read = <Row>(name: string): Row[] =>
  JSON.parse(readFileSync(new URL(`./duplicates/${name}.json`, import.meta.url), 'utf8')) as Row[];

/** Questions put twice in other words, written before and without sight of what finds them; true when all is met. */
export const benchDuplicates = (): Promise<boolean> =>
  onOwnDatabase(async () => {
    const pairs = read<Pair>('paraphrases');
    const existing = [...pairs.map((pair) => pair.existing), ...distractors(DISTRACTORS)];
    const subjects = existing.map(() => newId());
    const started = performance.now();
    await pool().query(
      `SELECT soundings.rank_document(id, $4, title, body)
       FROM unnest($1::uuid[], $2::text[], $3::text[]) AS given(id, title, body)`,
      [subjects, existing.map(({ title }) => title), existing.map(({ text }) => text), SHELF],
    );
    await pool().query('SELECT soundings.fold_term_frequencies()');
    await pool().query('ANALYZE ranked_document, posting, term_frequency');
    console.log(`${existing.length} questions indexed in ${seconds(started)} s`);
    const overlaps = await overlapsOf(pairs);
    console.log(`${pairs.length} pairs; Jaccard overlap of their stems: ${spread(overlaps)}`);
    const found = await place(pairs, subjects);
    const hit = (most: number) => share(found, ({ at }) => at > 0 && at <= most);
    console.log(`right one first ${hit(1)}, in the top 5 ${hit(5)}, in the top 10 ${hit(10)}`);
    console.log(
      `missed: ${found.flatMap(({ id, at }) => (at > 5 || at < 1 ? [`${id} at ${at}`] : [])).join(', ') || 'none'}`,
    );
    console.log(`one search takes ${spread(found.map(({ time }) => time))} ms`);
    const unrelated = await likest(read<Text>('unrelated'));
    const asked = (likeness: number) => likeness >= PERHAPS_THE_SAME;
    console.log(`a reason is asked of ${share(found, ({ likeness }) => asked(likeness))} of the pairs`);
    return [
      verdict(Math.max(...overlaps) <= MOST_OVERLAP, `overlap of every pair ≤ ${MOST_OVERLAP}`),
      verdict(hit(5) >= LEAST_FOUND, `in the top 5: ${hit(5)} (≥ ${LEAST_FOUND}) among ${existing.length}`),
      verdict(
        share(unrelated, asked) < MOST_ASKED_IN_VAIN,
        `a reason asked in vain: ${share(unrelated, asked)} of ${unrelated.length} unrelated questions (< ${MOST_ASKED_IN_VAIN})`,
      ),
    ].every(Boolean);
  });

const asText = ({ title, text }: Text): string => `${title}\n${text}`;
const nearest = async (text: Text) =>
  (await bestByWords(database(), asText(text), [{ readable: { open: [SHELF] } }], WORDS_ALONE))[0] ?? [];
const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1);
const share = <Row>(rows: readonly Row[], holds: (row: Row) => boolean): number =>
  Number((rows.filter(holds).length / rows.length).toFixed(3));

async function place(pairs: readonly Pair[], subjects: readonly string[]) {
  const found = [];
  for (const [index, { id, asked }] of pairs.entries()) {
    const started = performance.now();
    const hits = await nearest(asked);
    const at = hits.findIndex(({ subject }) => subject === subjects[index]) + 1;
    found.push({ id, at, likeness: hits[0]?.likeness ?? 0, time: performance.now() - started });
  }
  return found;
}

async function likest(texts: readonly Text[]): Promise<number[]> {
  const likenesses: number[] = [];
  for (const text of texts) likenesses.push((await nearest(text))[0]?.likeness ?? 0);
  return likenesses;
}

/** |A ∩ B| / |A ∪ B| of the sets of terms. */
async function overlapsOf(pairs: readonly Pair[]): Promise<number[]> {
  const { rows } = await pool().query<{ overlap: number }>(
    `SELECT (SELECT count(*) FILTER (WHERE times = 2)::float / count(*) FROM (
       SELECT count(*) AS times FROM (
         SELECT term FROM soundings.term_counts(soundings.analyse('', a)) UNION ALL
         SELECT term FROM soundings.term_counts(soundings.analyse('', b))) terms GROUP BY term) counted) AS overlap
     FROM unnest($1::text[], $2::text[]) AS pair(a, b)`,
    [pairs.map(({ existing }) => asText(existing)), pairs.map(({ asked }) => asText(asked))],
  );
  return rows.map(({ overlap }) => overlap);
}

function spread(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0).toFixed(2);
  return `median ${at(0.5)}, p95 ${at(0.95)}, greatest ${at(1)}`;
}

function verdict(good: boolean, words: string): boolean {
  console.log(`${good ? 'ok  ' : 'FAIL'}  ${words}`);
  return good;
}
