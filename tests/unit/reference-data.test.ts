import { expect, test } from 'vitest';
import { isoDay } from '~/domain/uk-time';
import { useDatabase } from '../support/database';
import { loadReferenceData } from '../../prisma/seed/reference';
import { INTERVENTIONS } from '../../prisma/seed/data/starting-terms';
import { readTaxonomyData } from '../../prisma/seed/taxonomy-data';

const store = useDatabase();
const data = readTaxonomyData();

test('every term of the file stands with its first version', async () => {
  const terms = await store.db.term.findMany({ include: { versions: true } });
  const names = (scheme: string) =>
    terms
      .filter((term) => term.scheme === scheme)
      .map(({ name }) => name)
      .sort();
  expect(names('threatArea')).toEqual(data.threat_areas.map(({ name }) => name).sort());
  expect(names('strand')).toEqual(['Prepare', 'Prevent', 'Protect', 'Pursue']);
  expect(names('enabler')).toHaveLength(data.enablers.length + 6);
  expect(names('level')).toHaveLength(6);
  expect(names('questionType')).toHaveLength(10);
  expect(names('businessModelStage')).toHaveLength(7);
  expect(names('interventionType')).toHaveLength(11 + INTERVENTIONS.length);
  expect(terms.filter(({ versions }) => versions.length !== 1)).toEqual([]);
});

test('the parts of emerging technology are terms beneath it', async () => {
  const where = { parent: { slug: 'emerging-technology' } };
  const children = await store.db.term.findMany({ where, orderBy: { position: 'asc' } });
  expect(children.map(({ name }) => name)).toEqual([
    '3D printing',
    'Metaverse',
    'AI-generated imagery',
    'Encryption',
    'Cryptoassets',
    'Drones',
  ]);
});

test('a list whose members were never found has none and says unknown', async () => {
  const lists = await store.db.termList.findMany({ include: { members: true }, orderBy: { slug: 'asc' } });
  expect(lists.map(({ slug, standing, members }) => [slug, standing, members.length])).toEqual([
    ['nao-2018-nine', 'unknown', 0],
    ['pac-2019-ten', 'current', 10],
  ]);
});

test('frameworks keep what is unverified apart', async () => {
  const framework = await store.db.framework.findUniqueOrThrow({
    where: { slug: 'soc-strategy-2023' },
    include: { items: { orderBy: { position: 'asc' } } },
  });
  expect(framework.items.map(({ standing }) => standing)).toEqual([
    'current',
    'current',
    'unverified',
    'unverified',
    'unverified',
  ]);
  expect([framework.startsWritten, framework.endsWritten]).toEqual(['2023-12', '2028']);
  expect([isoDay(framework.startsOn), isoDay(framework.endsOn ?? '')]).toEqual(['2023-12-01', '2028-12-31']);
});

test('a set whose list was not found is unknown and holds nothing', async () => {
  const set = await store.db.prioritySet.findUniqueOrThrow({
    where: { slug: 'hs-2024-25' },
    include: { priorities: true },
  });
  expect([set.standing, set.priorities.length, set.endsOn]).toEqual(['unknown', 0, null]);
  expect(await store.db.prioritySet.count()).toBe(data.priority_sets.length);
});

test('a threat priority leads to its threat area', async () => {
  const priority = await store.db.priority.findFirstOrThrow({
    where: { slug: 'cyber-crime', prioritySet: { slug: 'nca-2018-19' } },
    include: { term: true },
  });
  expect([priority.name, priority.term?.scheme]).toEqual(['Cyber crime', 'threatArea']);
});

test('crosswalks say whether they were verified', async () => {
  const crosswalks = await store.db.crosswalk.findMany({ include: { prioritySet: true, entries: true } });
  const said = crosswalks.map(({ prioritySet, verified, entries }) => [
    prioritySet.slug,
    verified,
    entries.length,
  ]);
  expect(said.sort()).toEqual([
    ['hs-2021-22', true, 7],
    ['nca-2019-05', false, 11],
  ]);
});

test('a second run changes nothing, not even what a coordinator changed', async () => {
  await store.db.term.update({
    where: { scheme_slug: { scheme: 'threatArea', slug: 'fraud' } },
    data: { name: 'Fraud' },
  });
  const before = await everything();
  await loadReferenceData(store.db);
  expect(await everything()).toEqual(before);
});

const everything = () =>
  Promise.all([
    store.db.term.findMany({ orderBy: { id: 'asc' } }),
    store.db.termVersion.count(),
    store.db.termListMember.count(),
    store.db.framework.count(),
    store.db.frameworkItem.count(),
    store.db.prioritySet.count(),
    store.db.priority.count(),
    store.db.crosswalkEntry.count(),
  ]);
