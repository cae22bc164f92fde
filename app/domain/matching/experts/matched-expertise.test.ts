import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makePerson } from '../../../../tests/support/factories/people';
import { newReference } from '~/domain/new-reference.server';
import { countingQueries } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { matchedExpertise } from './matched-expertise.server';

const store = useDatabase();
const AT = new Date('2026-11-20T09:00:00Z');
const people: Record<string, string> = {};
const PORTS = {
  id: newId(),
  title: 'Corruption in ports',
  body: 'How dock workers are recruited by smugglers.',
};
const FRAUD = { id: newId(), title: 'Courier fraud', body: 'How money mules are found among students.' };
const OTHER = { id: newId(), title: 'Glaciers', body: 'Ice cores of the last millennium.' };

async function write(personId: string, title: string, description = '', year = 2024): Promise<void> {
  const work = await store.db.work.create({
    data: { id: newId(), reference: newReference(), title, year, createdAt: AT },
  });
  await store.db.expertWork.create({
    data: {
      ...{ id: newId(), personId, workId: work.id, source: 'openalex', sourceId: work.id, title },
      ...{ description, year, state: 'taken', offeredAt: AT, decidedAt: AT, authors: [] },
    },
  });
}
const idsOf = (...names: string[]) => names.map((name) => people[name] ?? '');
const matched = async (texts: { id: string; title: string; body: string }[], ...names: string[]) => {
  const found = await matchedExpertise(store.db, texts, idsOf(...names));
  return (text: { id: string }, name: string) => found.get(`${text.id} ${people[name]}`) ?? 0;
};

beforeAll(async () => {
  for (const name of ['ports', 'many', 'fraud', 'profile', 'nothing', 'hostile', 'unlisted'])
    people[name] = (await makePerson({ expert: true, name: `Expert ${name}` })).id;
  const id = (name: string) => people[name] ?? '';
  await write(id('ports'), 'How smugglers recruit dock workers', 'Corruption in ports of Europe.');
  await write(id('many'), 'How smugglers recruit dock workers', 'Corruption in ports of Europe.');
  await write(id('many'), 'Dock workers and corruption', 'Recruited in ports.');
  await write(id('fraud'), 'Money mules among students', 'Courier fraud and who carries it.');
  await write(id('unlisted'), 'How smugglers recruit dock workers', 'Corruption in ports of Europe.');
  await store.db.expertProfile.update({ where: { personId: id('unlisted') }, data: { listed: false } });
  await write(id('hostile'), "' OR 1=1; -- <script>'quoted''twice'</script> \\ {}", "Dock's: workers'");
  await store.db.expertProfile.update({
    where: { personId: id('profile') },
    data: { summary: 'I study corruption in ports and dock workers.' },
  });
});

const ALL = ['ports', 'many', 'fraud', 'profile', 'nothing', 'hostile', 'unlisted'];

describe('how well works match a bid', () => {
  test('those match whose works speak of it, and the best of all is 1', async () => {
    const score = await matched([PORTS, FRAUD], ...ALL);
    expect(score(PORTS, 'ports')).toBeGreaterThan(score(PORTS, 'fraud'));
    expect(score(FRAUD, 'fraud')).toBeGreaterThan(score(FRAUD, 'ports'));
    const every = [PORTS, FRAUD].flatMap((text) => ALL.map((name) => score(text, name)));
    expect(Math.max(...every)).toBe(1);
    expect(Math.min(...every)).toBe(0);
  });

  test('a further work that speaks of it counts for its author', async () => {
    const score = await matched([PORTS], 'ports', 'many');
    expect(score(PORTS, 'many')).toBe(1);
    expect(score(PORTS, 'ports')).toBeGreaterThan(0.3);
    expect(score(PORTS, 'ports')).toBeLessThan(1);
  });

  test('a profile speaks for somebody without works; who has written nothing matches nothing', async () => {
    const score = await matched([PORTS], ...ALL);
    expect(score(PORTS, 'profile')).toBeGreaterThan(0);
    expect(score(PORTS, 'nothing')).toBe(0);
  });

  test('whoever is not in the directory is matched by nothing of theirs', async () => {
    expect((await matched([PORTS], ...ALL))(PORTS, 'unlisted')).toBe(0);
  });

  test('only the people and bids asked about are in the answer', async () => {
    const found = await matchedExpertise(store.db, [PORTS], idsOf('ports'));
    expect([...found]).toEqual([[`${PORTS.id} ${people['ports']}`, 1]]);
    expect(await matchedExpertise(store.db, [OTHER], idsOf('ports', 'fraud'))).toEqual(new Map());
  });

  test('other people’s works do not change the order', async () => {
    const [alone, among] = [
      await matched([PORTS], 'ports', 'fraud', 'profile'),
      await matched([PORTS], ...ALL),
    ];
    const order = (score: typeof alone) =>
      ['ports', 'fraud', 'profile'].toSorted((a, b) => score(PORTS, b) - score(PORTS, a));
    expect(order(among)).toEqual(order(alone));
  });
});

describe('at its limits', () => {
  test('of nothing is nothing, without a query', async () => {
    const { result, queries } = await countingQueries(async () => [
      await matchedExpertise(store.db, [], idsOf('ports')),
      await matchedExpertise(store.db, [PORTS], []),
    ]);
    expect([result, queries]).toEqual([[new Map(), new Map()], 0]);
    expect((await matched([{ ...PORTS, title: '', body: '' }], 'ports'))(PORTS, 'ports')).toBe(0);
  });

  test('is one query, whatever the number of bids and people', async () => {
    const many = Array.from({ length: 40 }, () => ({ ...PORTS, id: newId() }));
    const { result, queries } = await countingQueries(() =>
      matchedExpertise(store.db, many, [...idsOf(...ALL), newId()]),
    );
    expect(queries).toBe(1);
    expect(many.every(({ id }) => (result.get(`${id} ${people['many']}`) ?? 0) === 1)).toBe(true);
  });

  test('reads hostile text as words', async () => {
    const text = {
      id: newId(),
      title: `'); DROP TABLE bid; -- "}`,
      body: 'dock\'s workers\' \\u0000 {"a":1}',
    };
    const score = await matched([text], 'hostile', 'fraud');
    expect(score(text, 'hostile')).toBe(1);
    expect(score(text, 'fraud')).toBe(0);
  });
});
