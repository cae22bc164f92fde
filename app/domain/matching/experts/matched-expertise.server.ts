import type { Db } from '~/platform/db.server';
import { SHELVES } from '../ranking/shelves';
import { evidence } from './evidence';
import { occurrenceWeight, rarity } from './term-weights';
import { passagesOf, stemsAndPairs } from './work-terms';

interface Text {
  id: string;
  title: string;
  body: string;
}

interface Row {
  texts: { id: string; words: string }[];
  works: { personId: string; words: string }[];
  frequencies: Record<string, number>;
}

const MOST_WORKS = 30;

/**
 * How well the works of some people match some texts, by `text person` from 0 to 1, where 1 is the best match of all:
 * `evidence` over cosines, as experts are found for a question. One query; O(terms of texts × works that hold them).
 */
export async function matchedExpertise(
  db: Db,
  texts: readonly Text[],
  personIds: readonly string[],
): Promise<Map<string, number>> {
  if (texts.length === 0 || personIds.length === 0) return new Map();
  const row = await rowOf(db, texts, personIds);
  const weigh = weighing(row);
  const works = row.works.map(({ personId, words }) => ({ personId, terms: weigh(words) }));
  const listed = new Map<string, number>();
  for (const { personId } of works) listed.set(personId, (listed.get(personId) ?? 0) + 1);
  const holding = new Map<string, { work: number; weight: number }[]>();
  works.forEach(({ terms }, work) => {
    for (const [term, weight] of terms) {
      const held = holding.get(term) ?? [];
      held.push({ work, weight });
      holding.set(term, held);
    }
  });
  const found = new Map<string, number>();
  for (const { id, words } of row.texts) {
    const cosines = new Float64Array(works.length);
    for (const [term, weight] of weigh(words))
      for (const held of holding.get(term) ?? [])
        cosines[held.work] = (cosines[held.work] ?? 0) + weight * held.weight;
    for (const [personId, own] of byPerson(works, cosines))
      found.set(`${id} ${personId}`, evidence(Float64Array.from(own), listed.get(personId) ?? 0));
  }
  const best = Math.max(0, ...found.values());
  return new Map([...found].map(([key, score]) => [key, best > 0 ? score / best : 0]));
}

function byPerson(works: readonly { personId: string }[], cosines: Float64Array) {
  const found = new Map<string, number[]>();
  works.forEach(({ personId }, work) => {
    const cosine = cosines[work] ?? 0;
    if (cosine > 0) found.set(personId, [...(found.get(personId) ?? []), cosine]);
  });
  return found;
}

/** Unit vectors of stems and pairs; a pair is as rare as its rarer stem. */
function weighing({ frequencies }: Row) {
  const all = frequencies[''] ?? 0;
  const rarityOf = (term: string): number =>
    Math.max(...term.split(' ').map((stem) => rarity(Math.max(1, all), frequencies[stem] ?? 1)));
  return (words: string): Map<string, number> => {
    const weights = new Map<string, number>();
    for (const [term, count] of stemsAndPairs(passagesOf(words)))
      weights.set(term, occurrenceWeight(count) * rarityOf(term));
    const length = Math.hypot(...weights.values()) || 1;
    return new Map([...weights].map(([term, weight]) => [term, weight / length]));
  };
}

async function rowOf(db: Db, texts: readonly Text[], personIds: readonly string[]): Promise<Row> {
  const [row] = await db.$queryRaw<Row[]>`
    WITH asked AS (
      SELECT x.id, soundings.analyse(x.title, left(x.body, 20000)) AS words
      FROM jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) AS x(id text, title text, body text)
    ), held AS (
      SELECT w.person_id, d.words, row_number() OVER (PARTITION BY w.person_id ORDER BY w.year DESC NULLS LAST, w.id) AS place
      FROM expert_work w JOIN ranked_document d ON d.subject = w.id
      WHERE w.person_id = ANY(${[...personIds]}::uuid[])
      UNION ALL
      SELECT d.subject, d.words, 0 FROM ranked_document d JOIN expert_profile e ON e.person_id = d.subject
      WHERE d.subject = ANY(${[...personIds]}::uuid[])
    ), stems AS (
      SELECT DISTINCT unnest(tsvector_to_array(words)) AS term FROM (
        SELECT words FROM asked UNION ALL SELECT words FROM held) each
    ), counted AS (
      SELECT term, sum(documents)::int AS documents FROM (
        SELECT f.term, f.documents FROM term_frequency f
        WHERE f.shelf = ${SHELVES.expert.works} AND (f.term = '' OR f.term IN (SELECT term FROM stems))
        UNION ALL
        SELECT c.term, c.change FROM term_frequency_change c
        WHERE c.shelf = ${SHELVES.expert.works} AND (c.term = '' OR c.term IN (SELECT term FROM stems))
      ) each GROUP BY term HAVING sum(documents) > 0
    )
    SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'words', words::text)), '[]') FROM asked) AS texts,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', person_id, 'words', words::text) ORDER BY person_id, place), '[]')
        FROM held WHERE place <= ${MOST_WORKS}) AS works,
      (SELECT coalesce(jsonb_object_agg(term, documents), '{}') FROM counted) AS frequencies`;
  return row ?? { texts: [], works: [], frequencies: {} };
}
