import { beforeEach, expect, test } from 'vitest';
import { newId } from '~/platform/ids.server';
import { useDatabase } from '../../../../../tests/support/database';
import { meaningOf } from './latest-space.server';
import { LEARNING, learnMeanings, placeDocuments } from './learn-meanings.server';
import { rankedOrder } from '../ranked-order.server';

const store = useDatabase();
const SETTINGS = { ...LEARNING, leastDocuments: 6, dimensions: 2 };
const NETWORK = 12;
const NAMED = 13;
const names = new Map<string, string>();

async function rank(name: string, title: string, shelf = NETWORK): Promise<void> {
  const subject = newId();
  names.set(subject, name);
  await store.db.$executeRaw`SELECT soundings.rank_document(${subject}::uuid, ${shelf}, ${title}, '')`;
}

beforeEach(async () => {
  await store.db.$executeRaw`DELETE FROM ranked_document`;
  await store.db.$executeRaw`DELETE FROM posting`;
  await store.db.$executeRaw`DELETE FROM semantic_space`;
  const titles = [
    'boat sail mast',
    'boat sail harbour',
    'sail mast harbour',
    'loom yarn cloth',
    'loom yarn weft',
  ];
  for (const title of titles) await rank(title, title);
});

const placed = () => store.db.rankedDocument.count({ where: { place: { not: null } } });

test('too few documents teach nothing, and then words alone rank', async () => {
  await learnMeanings(SETTINGS);
  expect(await store.db.semanticSpace.count()).toBe(0);
  expect(await meaningOf(store.db, 'boat')).toBeNull();
});

test('a space is learnt of what the network reads, and everything has a place in it', async () => {
  await rank('cloth', 'yarn cloth weft');
  await rank('hidden', 'boat yarn secret secret', NAMED);
  await learnMeanings(SETTINGS);
  expect(await store.db.semanticSpace.findFirst({ select: { documents: true } })).toEqual({ documents: 6 });
  expect(await placed()).toBe(7);
  expect(await meaningOf(store.db, 'secret')).toBeNull();
  expect((await meaningOf(store.db, 'sail'))?.place).toHaveLength(2);
});

test('what is written afterwards is placed without learning again', async () => {
  await rank('cloth', 'yarn cloth weft');
  await learnMeanings(SETTINGS);
  await rank('later', 'sail cloth');
  expect(await placed()).toBe(6);
  await placeDocuments();
  expect(await placed()).toBe(7);
  expect(await store.db.semanticSpace.count()).toBe(1);
});

test('it is learnt again when there is a fifth more, and the former space goes', async () => {
  await rank('cloth', 'yarn cloth weft');
  await learnMeanings(SETTINGS);
  await learnMeanings(SETTINGS);
  const first = await store.db.semanticSpace.findFirstOrThrow({ select: { id: true } });
  for (const title of ['rope sail', 'rope mast']) await rank(title, title);
  await learnMeanings(SETTINGS);
  const spaces = await store.db.semanticSpace.findMany({ select: { id: true } });
  expect(spaces).toHaveLength(1);
  expect(spaces[0]?.id).toBeGreaterThan(first.id);
  expect(await placed()).toBe(8);
});

test('of two that words do not part the nearer in meaning comes first', async () => {
  await rank('cloth', 'yarn cloth weft');
  await rank('of yarn', 'banner loom weft');
  await rank('of boats', 'banner mast harbour');
  await learnMeanings(SETTINGS);
  const first = async (text: string) => {
    const meaning = await meaningOf(store.db, text);
    const [order = []] = await rankedOrder(store.db, { text, meaning }, [{ open: [NETWORK] }]);
    return order.map((subject) => names.get(subject)).find((name) => name?.startsWith('of '));
  };
  expect(await first('banner boat sail')).toBe('of boats');
  expect(await first('banner yarn cloth')).toBe('of yarn');
});
