import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { visitorNow } from '../../../../tests/support/factories/visitor';
import { done, ending } from '../../../../tests/support/outcome';
import type { Actor } from '../../actor';
import { run } from '../../command.server';
import { mergeRows } from '../../curation/same-person/merge-rows.server';
import { eraseRows } from '../../people/erasure.server';
import { ownData } from '../../people/queries/own-data.server';
import { ask } from '../../query.server';
import { changeSavedSearch } from '../commands/change-saved-search.server';
import { saveSearch } from '../commands/save-search.server';
import { newestResults } from './newest-results.server';
import { asks, MOST_SAVED } from './saved-search';

const store = useDatabase();
let personId: string;
let actor: Actor;

beforeAll(async () => {
  personId = (await makePerson({ expert: true })).id;
  actor = await actorFor(personId);
});

const asked = (name: string, query = 'ports') => ({ name, query, alert: 'never' });

test.each([
  ['ports', true],
  ['threat:fraud', true],
  ['-threat:fraud', true],
  ['-ports', false],
  ['""', false],
  ['   ', false],
])('%j asks for something: %s', (text, something) => {
  expect(asks(text)).toBe(something);
});

test('a form that is sent twice saves once', async () => {
  const [first, second] = await Promise.all([
    run(saveSearch, actor, asked('Twice'), 'one key'),
    run(saveSearch, actor, asked('Twice'), 'one key'),
  ]);
  expect(done(first)).toEqual(done(second));
  expect(ending(await run(saveSearch, actor, asked('Twice'), 'another key'))).toBe('SearchNameIsTaken');
});

test('those that are saved at once do not pass the most there can be', async () => {
  const other = (await makePerson()).id;
  const at = new Date();
  await store.db.savedSearch.createMany({
    data: Array.from({ length: MOST_SAVED - 1 }, (_, n) => ({
      ...{
        id: crypto.randomUUID(),
        reference: `RACE${n}`,
        personId: other,
        name: `Search ${n}`,
        query: 'peel',
      },
      ...{ savedAt: at, lookedAt: at },
    })),
  });
  const racer = await actorFor(other);
  const endings = await Promise.all(
    ['a', 'b', 'c'].map(async (name) => ending(await run(saveSearch, racer, asked(name)))),
  );
  expect(endings.sort()).toEqual(['TooManySearches', 'TooManySearches', 'done']);
});

test('nobody saves without being signed in, and nobody changes what is another’s', async () => {
  expect(ending(await run(saveSearch, await visitorNow(), asked('Nobody’s')))).toBe('hidden');
  const { reference } = done(await run(saveSearch, actor, asked('Mine')));
  const other = await actorFor((await makePerson({ roles: ['administrator'] })).id);
  expect(
    ending(await run(changeSavedSearch, other, { ...asked('Yours'), query: undefined, reference })),
  ).toBe('invalid');
  expect(ending(await run(changeSavedSearch, other, { reference, name: 'Yours', alert: 'daily' }))).toBe(
    'hidden',
  );
});

test.each([
  ['an empty name', { name: '  ' }],
  ['an empty query', { query: ' ' }],
  ['a key without its date', { feedHash: new Uint8Array(32) }],
  ['a key that is no hash', { feedHash: new Uint8Array(31), feedMadeAt: new Date() }],
])('the database refuses %s', async (_what, over) => {
  const row = {
    id: crypto.randomUUID(),
    reference: crypto.randomUUID(),
    personId,
    name: 'Kept',
    query: 'ports',
  };
  const at = new Date();
  const create = store.db.savedSearch.create({ data: { ...row, savedAt: at, lookedAt: at, ...over } });
  await expect(create).rejects.toThrow(/check/i);
});

test('the latest results come first, of both kinds, and of some alone where they are named', async () => {
  const day = (number: number) => new Date(Date.UTC(2026, 0, number));
  const early = await makeFinding({ title: 'Gherkins early', publishedAt: day(1) });
  await makeQuestion({ title: 'Gherkins asked for' });
  const late = await makeFinding({ title: 'Gherkins late', publishedAt: day(3) });
  const about = { query: 'gherkins', actor, now: new Date(), most: 10 };
  const titles = async (over = {}) =>
    (await newestResults(store.db, { ...about, ...over })).map(({ title }) => title);
  expect(await titles()).toEqual(['Gherkins asked for', 'Gherkins late', 'Gherkins early']);
  expect(await titles({ most: 2 })).toEqual(['Gherkins asked for', 'Gherkins late']);
  expect(await titles({ among: [early.id] })).toEqual(['Gherkins early']);
  expect(await titles({ among: [early.id, late.id], actor: await visitorNow() })).toEqual([]);
  expect(await titles({ query: 'kind:university' })).toEqual([]);
  expect(await titles({ query: '-gherkins' })).toEqual([]);
});

test('they are in what one downloads of oneself, and go when a person is erased', async () => {
  const { id } = await makePerson();
  const own = await actorFor(id);
  done(await run(saveSearch, own, { ...asked('Private interest'), alert: 'daily' }));
  const data = await ask(ownData, own, {});
  expect(data?.person.savedSearches).toMatchObject([{ name: 'Private interest', query: 'ports' }]);
  expect(JSON.stringify(data?.person.savedSearches)).not.toContain('feed');
  const now = new Date();
  await store.db.$transaction((tx) => eraseRows(tx, id, now, now));
  expect(await store.db.savedSearch.count({ where: { personId: id } })).toBe(0);
});

test('where two accounts become one, searches go over without their feeds; a name that is taken does not', async () => {
  const [kept, merged] = [await makePerson(), await makePerson()];
  done(await run(saveSearch, await actorFor(kept.id), asked('Ports', 'ports of the one')));
  for (const name of ['PORTS', 'Quays']) done(await run(saveSearch, await actorFor(merged.id), asked(name)));
  const feed = { feedHash: new Uint8Array(32).fill(7), feedMadeAt: new Date() };
  await store.db.savedSearch.updateMany({ where: { personId: merged.id, name: 'Quays' }, data: feed });
  const now = new Date();
  await store.db.$transaction((tx) => mergeRows(tx, { keptId: kept.id, mergedId: merged.id, now }));
  const rows = await store.db.savedSearch.findMany({
    where: { personId: { in: [kept.id, merged.id] } },
    orderBy: { name: 'asc' },
  });
  expect(rows.map(({ name, query, personId: owner, feedHash }) => [name, query, owner, feedHash])).toEqual([
    ['Ports', 'ports of the one', kept.id, null],
    ['Quays', 'ports', kept.id, null],
  ]);
});
