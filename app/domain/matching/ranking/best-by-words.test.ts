import { beforeAll, expect, test } from 'vitest';
import { Prisma } from '~/platform/generated/prisma/client';
import { newId } from '~/platform/ids.server';
import { useDatabase } from '../../../../tests/support/database';
import { bestByWords, WORD_SETTINGS, type Searched, type WordSettings } from './best-by-words.server';

const store = useDatabase();
const [EVERYONE, NETWORK] = [11, 12];
const OPEN: Searched = { readable: { open: [EVERYONE] } };
const names = new Map<string, string>();

async function rank(name: string, shelf: number | null, title: string, body = ''): Promise<string> {
  const subject = [...names].find(([, known]) => known === name)?.[0] ?? newId();
  names.set(subject, name);
  await store.db.$executeRaw`SELECT soundings.rank_document(${subject}::uuid, ${shelf}, ${title}, ${body})`;
  return subject;
}

async function find(text: string, noun: Searched = OPEN, settings: Partial<WordSettings> = {}) {
  const [hits = []] = await bestByWords(store.db, text, [noun], { ...WORD_SETTINGS, ...settings });
  return hits.map(({ subject, words, likeness }) => ({ name: names.get(subject), words, likeness }));
}
const found = async (text: string, noun?: Searched, settings?: Partial<WordSettings>) =>
  (await find(text, noun, settings)).map(({ name }) => name);

const DOCUMENTS = [
  ['otter', 'Otters', 'Otters in rivers.'],
  ['heron', 'Herons', 'Herons beside rivers, and rivers again.'],
  ['mole', 'Moles', 'Moles dig.'],
  ['badger', 'Badgers', 'Badgers dig setts.'],
] as const;

beforeAll(async () => {
  for (const [name, title, body] of DOCUMENTS) await rank(name, EVERYONE, title, body);
});

/** The formula once more, from the docstring of soundings.impact and the idf of Robertson and Spärck Jones. */
const score = (tf: number, length: number, documents: number, withTerm: number) =>
  (Math.round((2500 * tf) / (tf + 1.5 * (0.3 + (0.7 * length) / 100))) / 1000) *
  Math.log(1 + (documents - withTerm + 0.5) / (withTerm + 0.5));

test('scores are those of BM25, the title counted twice', async () => {
  const hits = await find('otters river');
  expect(hits.map(({ name }) => name)).toEqual(['otter', 'heron']);
  expect(hits[0]?.words).toBeCloseTo(score(3, 4, 4, 1) / 2 + score(1, 4, 4, 2) / 2, 6);
  // herons three times, beside is left out by the language, rivers twice.
  expect(hits[1]?.words).toBeCloseTo(score(2, 6, 4, 2) / 2, 1);
});

test('a word that the text repeats counts as often, or once where that is asked', async () => {
  const moles = async (settings?: Partial<WordSettings>) =>
    (await find('river, river, river, mole', OPEN, settings)).find(({ name }) => name === 'mole')?.words;
  expect(await moles()).toBeCloseTo(score(3, 4, 4, 1) / 4, 6);
  expect(await moles({ eachOnce: true })).toBeCloseTo(score(3, 4, 4, 1) / 2, 6);
});

test('a text is as like itself as can be, and like nothing it shares no word with', async () => {
  const [itself] = await find('Badgers. Badgers dig setts.');
  expect(itself?.name).toBe('badger');
  expect(itself?.likeness).toBeGreaterThan(0.85);
  expect(await find('quarry')).toEqual([]);
  expect(await find('the of and')).toEqual([]);
  expect(await find('')).toEqual([]);
});

test('spelling, accents, hyphens and endings part no words', async () => {
  await rank('spelt', EVERYONE, 'Organised labour-markets: naïve criminalisation');
  for (const text of ['organized', 'labor', 'market', 'naive', 'criminalizing', 'LABOUR–MARKET'])
    expect(await found(text), text).toEqual(['spelt']);
  await rank('spelt', null, '');
});

test('a shelf that may not be read neither finds nor counts', async () => {
  const before = await find('dig rivers');
  await rank('hidden', NETWORK, 'Digging', 'Moles dig and dig rivers.');
  expect(await find('dig rivers')).toEqual(before);
  expect(await found('dig rivers', { readable: { open: [EVERYONE, NETWORK] } })).toContain('hidden');
  await rank('hidden', null, '');
});

test('on a guarded shelf only what the condition lets through is found, and nothing there counts', async () => {
  const seen = await rank('seen', NETWORK, 'Digging rivers');
  await rank('unseen', NETWORK, 'Digging rivers wide');
  const guarded = { shelves: [NETWORK], readable: Prisma.sql`d.subject = ${seen}::uuid` };
  const hits = await find('dig rivers', { readable: { open: [EVERYONE], guarded } });
  expect(hits.map(({ name }) => name)).toContain('seen');
  expect(hits.map(({ name }) => name)).not.toContain('unseen');
  const own = (name: string) => hits.find((hit) => hit.name === name)?.words;
  expect(own('mole')).toBe((await find('dig rivers')).find(({ name }) => name === 'mole')?.words);
  for (const name of ['seen', 'unseen']) await rank(name, null, '');
});

test('believed documents bring in what shares their words alone', async () => {
  const otter = [...names].find(([, name]) => name === 'otter')?.[0] ?? '';
  expect(await found('otters')).toEqual(['otter']);
  expect(await found('otters', { ...OPEN, believed: [{ subject: otter, weight: 2 }] })).toEqual([
    'otter',
    'heron',
  ]);
});

test('what is written again is found by its new words alone, and what is taken away by none', async () => {
  await rank('changing', EVERYONE, 'Newts');
  expect(await found('newts')).toEqual(['changing']);
  await rank('changing', EVERYONE, 'Toads');
  expect(await found('newts')).toEqual([]);
  expect(await found('toads')).toEqual(['changing']);
  await rank('changing', null, '');
  expect(await found('toads')).toEqual([]);
  const left = await store.db.$queryRaw<object[]>`
    SELECT term, shelf FROM term_frequency_change WHERE term IN ('newt', 'toad') GROUP BY 1, 2 HAVING sum(change) <> 0
    UNION ALL SELECT term, shelf FROM posting WHERE term IN ('newt', 'toad')`;
  expect(left).toEqual([]);
});

test('folding frequencies and ranking everything anew change no answer', async () => {
  const before = await find('dig rivers otters');
  await store.db.$executeRaw`SELECT soundings.fold_term_frequencies()`;
  expect(await find('dig rivers otters')).toEqual(before);
  expect(await store.db.termFrequencyChange.count()).toBe(0);
});

test('as many different words must be shared as asked for, or all of fewer', async () => {
  expect(await found('otters dig', OPEN, { leastShared: 2 })).toEqual([]);
  expect(await found('rivers otters', OPEN, { leastShared: 2 })).toEqual(['otter']);
  expect(await found('otters', OPEN, { leastShared: 2 })).toEqual(['otter']);
});

test('only the postings of highest impact are read of a term', async () => {
  expect(await found('rivers')).toEqual(['heron', 'otter']);
  expect(await found('rivers', OPEN, { mostPostings: 1 })).toEqual(['heron']);
});
