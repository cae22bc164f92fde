import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makeCapability } from '../../../../tests/support/factories/capabilities';
import { makeCollection } from '../../../../tests/support/factories/collections';
import { makeDataset } from '../../../../tests/support/factories/datasets';
import { makeGroup } from '../../../../tests/support/factories/groups';
import { makeMeasure } from '../../../../tests/support/factories/measures';
import { actorFor } from '../../../../tests/support/factories/people';
import { makePriority } from '../../../../tests/support/factories/priorities';
import { makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { makeSignal } from '../../../../tests/support/factories/signals';
import { makeTerm } from '../../../../tests/support/factories/terms';
import { visitorNow } from '../../../../tests/support/factories/visitor';
import { ask } from '../../query.server';
import { MOST_PAGES, pagesNamed } from './pages-named.server';

const store = useDatabase();
let who: Readers;

const found = async (q: string, as?: string) => {
  const pages = await ask(pagesNamed, as ? await actorFor(as) : await visitorNow(), { q });
  return (pages ?? []).map(({ kind, name }) => `${kind}: ${name}`);
};

/** What everybody may find, what is for those who read what is published, and what waits to be confirmed. */
const OPEN = [
  'term: Ferret smuggling',
  'priority: Ferret rings',
  'prioritySet: Ferret plan',
  'collection: Ferrets kept',
];
const INSIDE = [
  'dataset: Ferret licences',
  'signal: Ferret drones',
  'capability: Ferret desk',
  'group: Ferret board',
];
const WAITING = ['dataset: Ferret drafts', 'signal: Ferret rumours'];

beforeAll(async () => {
  who = await makeReaders();
  const { member, coordinator } = who;
  const { prioritySet } = await makePriority({ name: 'Ferret rings' });
  await store.db.prioritySet.update({ where: { id: prioritySet.id }, data: { document: 'Ferret plan' } });
  await makeTerm({ scheme: 'enabler', name: 'Ferret smuggling' });
  await makeCollection(coordinator, { title: 'Ferrets kept' });
  await makeDataset({ createdById: coordinator, confirmedById: coordinator, name: 'Ferret licences' });
  await makeDataset({ createdById: coordinator, name: 'Ferret drafts' });
  await makeSignal({ createdById: coordinator, publishedById: coordinator, title: 'Ferret drones' });
  await makeSignal({ createdById: coordinator, title: 'Ferret rumours' });
  await makeCapability({ name: 'Ferret desk' });
  await makeGroup({ name: 'Ferret board' });
  await makeMeasure({ createdById: member, name: 'Weasels counted' });
});

test('each reader finds the pages that they may open, and no other', async () => {
  const told = async (as?: string) =>
    (
      await Promise.all(
        [
          'smuggling',
          'rings',
          'plan',
          'kept',
          'licences',
          'drafts',
          'drones',
          'rumours',
          'desk',
          'board',
        ].map((word) => found(`ferret ${word}`, as)),
      )
    ).flat();
  for (const outside of [undefined, who.unverified, who.committee]) expect(await told(outside)).toEqual(OPEN);
  expect(await told(who.member)).toEqual([...OPEN, ...INSIDE]);
  expect(new Set(await told(who.coordinator))).toEqual(new Set([...OPEN, ...INSIDE, ...WAITING]));
  expect(await found('weasels', who.member)).toEqual(['measure: Weasels counted']);
  expect(await found('weasels')).toEqual([]);
});

test('a whole name comes first, then names, then other names; every word has to be held', async () => {
  await makeTerm({ scheme: 'enabler', name: 'Otter trade routes' });
  await makeTerm({ scheme: 'interventionType', name: 'Otter trade' });
  const { id } = await makeTerm({ scheme: 'method', name: 'River watching' });
  await store.db.term.update({ where: { id }, data: { aliases: ['otter trade counts'] } });
  expect(await found('otter trades')).toEqual([
    'intervention: Otter trade',
    'term: Otter trade routes',
    'term: River watching',
  ]);
  expect((await found('Otter trade routes'))[0]).toBe('term: Otter trade routes');
  expect(await found('otter zeppelins')).toEqual([]);
});

test('only loose words are asked for by name, whatever stands in them, and few pages are shown', async () => {
  for (const q of [
    '',
    'threat:fraud',
    '"otter trade"',
    'otter -trade',
    'variance(relevance)>1',
    "' OR 1=1 --",
    '%',
  ])
    expect(await found(q)).toEqual([]);
  for (let made = 0; made <= MOST_PAGES; made += 1)
    await makeTerm({ scheme: 'enabler', name: `Badger ${made}` });
  expect(await found('badger')).toHaveLength(MOST_PAGES);
});
