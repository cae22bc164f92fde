import type { Db } from '~/platform/db.server';
import { bestByWords, WORD_SETTINGS, type WordHit } from '../ranking/best-by-words.server';
import { SHELVES } from '../ranking/shelves';
import { meaningOf, type TextMeaning } from '../ranking/meaning/latest-space.server';
import { unpackedPlace } from '../ranking/meaning/packed-place';
import { matchExperts, type ExpertMatch } from './expert-match';
import { nearnessOf } from './work-nearness';
import { passagesOf, type Passages } from './work-terms';
import { workVectors } from './work-vectors';

export interface AskedText {
  title: string;
  body: string;
}

export interface NearExperts {
  /** By their works, best first. */
  byWorks: ExpertMatch[];
  /** People whose profile shares words with the text, with how much of it that is, from 0 to about 1. */
  byProfile: Map<string, number>;
  /** Stems of the text as people write them. */
  spoken: ReadonlyMap<string, string>;
}

/** Works that are compared in full, and profiles that are looked at, of those that words find. */
const MOST = 200;

/**
 * Listed experts near to a text. Works are found by BM25 over the postings and then compared in words, pairs of words
 * and meaning. What is asked of whoever might be near is asked `meanwhile`: the database works while works are compared.
 */
export async function nearExperts<Known>(
  db: Db,
  text: AskedText,
  meanwhile: (people: string[]) => Promise<Known>,
): Promise<NearExperts & { known: Known }> {
  const found = await findWorks(db, text, MOST);
  const people = [
    ...found.works.map(({ expert }) => expert),
    ...found.profiles.map(({ subject }) => subject),
  ];
  const [works, known] = await Promise.all([compareWorks(db, found), meanwhile([...new Set(people)])]);
  return {
    byWorks: matchExperts(works),
    byProfile: new Map(found.profiles.map(({ subject, likeness }) => [subject, likeness])),
    spoken: new Map(Object.entries(found.asked.spoken)),
    known,
  };
}

/** The works that words find, each compared with the text in full; a work that somebody lists twice once. */
export const nearWorks = async (db: Db, text: AskedText, most = MOST) =>
  compareWorks(db, await findWorks(db, text, most));

async function findWorks(db: Db, { title, body }: AskedText, most: number) {
  const text = `${title}\n${body}`;
  const [meaning, [hits = [], profiles = []]] = await Promise.all([
    meaningOf(db, text),
    bestByWords(
      db,
      text,
      [{ readable: { open: [SHELVES.expert.works] } }, { readable: { open: [SHELVES.expert.profiles] } }],
      { ...WORD_SETTINGS, most, eachOnce: true, mostPostings: 2 * WORD_SETTINGS.mostPostings },
    ),
  ]);
  const { asked, found } = await load(db, { title, body }, { hits, space: meaning?.space ?? null });
  return { asked, meaning, works: found, profiles };
}

interface Found {
  asked: Asked;
  meaning: TextMeaning | null;
  works: readonly FoundWork[];
}

async function compareWorks(db: Db, { asked, meaning, works }: Found) {
  // The same words are compared once, whoever lists them.
  const distinct = [...new Map(works.map((work) => [work.words, work])).values()];
  const passages = distinct.map(({ words }) => passagesOf(words));
  const question = passagesOf(asked.words);
  const collection = await collectionOf(db, [question, ...passages]);
  const vectors = workVectors(question, passages, collection);
  const nearness = nearnessOf(
    { ...vectors.question, place: meaning?.place ?? null },
    vectors.works.map((vector, index) => ({ ...vector, place: placeOf(distinct[index]) })),
    vectors.vocabulary,
  );
  const near = new Map(distinct.map(({ words }, index) => [words, nearness[index]]));
  const listed = new Map(works.map((work) => [`${work.expert} ${work.words}`, work]));
  return [...listed.values()].flatMap(({ id, expert, title, year, listed: ofList, words }) => {
    const found = near.get(words);
    return found ? [{ id, expert, title, year, listed: ofList, ...found }] : [];
  });
}

const placeOf = (work: FoundWork | undefined): Float32Array | null =>
  work?.place ? unpackedPlace(Buffer.from(work.place, 'base64')) : null;

interface FoundWork {
  id: string;
  expert: string;
  title: string;
  year: number | null;
  words: string;
  /** How many different works the expert lists. */
  listed: number;
  /** In the space of the question, packed, in base64. */
  place: string | null;
}
type Asked = { words: string; spoken: Record<string, string> };

async function load(
  db: Db,
  { title, body }: AskedText,
  { hits, space }: { hits: readonly WordHit[]; space: number | null },
) {
  const ids = hits.map(({ subject }) => subject);
  const [row] = await db.$queryRaw<{ asked: Asked; found: FoundWork[] | null }[]>`
    SELECT jsonb_build_object('words', soundings.analyse(${title}, left(${body}, 20000))::text, 'spoken', (
        SELECT coalesce(jsonb_object_agg(s.stem, s.word), '{}') FROM (
          SELECT DISTINCT ON (stem) stem, word
          FROM (SELECT DISTINCT lower(word) AS word
                FROM regexp_split_to_table(left(${`${title} ${body}`}, 20000), '[^[:alnum:]]+') word) each
            CROSS JOIN LATERAL unnest(tsvector_to_array(soundings.analyse('', each.word))) stem
          ORDER BY stem, length(word), word) s)) AS asked,
      (SELECT jsonb_agg(jsonb_build_object('id', w.id, 'expert', w.person_id, 'title', w.title, 'year', w.year, 'words', d.words::text, 'listed', l.listed,
        'place', CASE WHEN d.space = ${space}::int THEN encode(d.place, 'base64') END)
         ORDER BY array_position(${ids}::uuid[], w.id))
       FROM expert_work w JOIN ranked_document d ON d.subject = w.id
       JOIN (SELECT person_id, count(DISTINCT lower(title))::int AS listed FROM expert_work
             WHERE state = 'taken' AND person_id IN (SELECT person_id FROM expert_work WHERE id = ANY(${ids}::uuid[]))
             GROUP BY person_id) l USING (person_id)
       WHERE w.id = ANY(${ids}::uuid[])) AS found`;
  return { asked: row?.asked ?? { words: '', spoken: {} }, found: row?.found ?? [] };
}

async function collectionOf(db: Db, passages: readonly Passages[]) {
  const stems = new Set(passages.flat(2));
  const rows = await db.$queryRaw<{ term: string; documents: number }[]>`
    SELECT term, sum(documents)::int AS documents FROM (
      SELECT term, documents FROM term_frequency
      WHERE shelf = ${SHELVES.expert.works} AND term = ANY(${['', ...stems]}::text[])
      UNION ALL
      SELECT term, change FROM term_frequency_change
      WHERE shelf = ${SHELVES.expert.works} AND term = ANY(${['', ...stems]}::text[])
    ) counted GROUP BY term HAVING sum(documents) > 0`;
  const frequencies = new Map(rows.map(({ term, documents }) => [term, documents]));
  const works = frequencies.get('') ?? 0;
  frequencies.delete('');
  return { works, frequencies };
}
