import { beforeAll, expect, test } from 'vitest';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { done } from '../../../../tests/support/outcome';
import { toldOf } from '../../../../tests/support/told';
import { run } from '../../command.server';
import { changeSavedSearch } from '../commands/change-saved-search.server';
import { saveSearch } from '../commands/save-search.server';
import { MOST_COMPARED } from './known-results.server';
import { lookForNewResults } from './look-for-new-results.server';
import type { Alert } from './saved-search';

const store = useDatabase();
let member: string;

beforeAll(async () => {
  member = (await makePerson({ expert: true })).id;
  await store.db.person.update({ where: { id: member }, data: { noticesByMail: true } });
});

let made = 0;
async function save(query: string, alert: Alert, personId = member) {
  made += 1;
  const asked = { name: `Search ${made}`, query, alert };
  const { reference } = done(await run(saveSearch, await actorFor(personId), asked));
  return store.db.savedSearch.findUniqueOrThrow({ where: { reference } });
}

const factsOf = (id: string) =>
  store.db.fact.findMany({
    where: { name: 'SavedSearchHasFoundMore', data: { path: ['savedSearchId'], equals: id } },
    orderBy: { at: 'asc' },
  });
const lettersTo = async (personId: string) =>
  (await store.db.mail.findMany({ where: { notice: { personId } }, orderBy: { queuedAt: 'asc' } })).map(
    ({ text }) => text,
  );

/** Looks again once everything is due, and tells what was found. */
async function later(interval = '8 days') {
  await moveClock(interval);
  await lookForNewResults();
}

const findSomething = (title: string, over = {}) => makeFinding({ title, publishedAt: new Date(), ...over });

test('what was there is not told; what comes later is told once, by a letter that leads to it', async () => {
  await findSomething('Walnut theft of old');
  const { id } = await save('walnut', 'atOnce');
  await later('5 minutes');
  expect(await factsOf(id)).toEqual([]);
  const fresh = await findSomething('Walnut\ntheft anew');
  const question = await makeQuestion({ title: 'Who steals walnuts?' });
  await later('5 minutes');
  expect((await factsOf(id)).map(({ data }) => data)).toMatchObject([{ results: 2 }]);
  const told = await toldOf('SavedSearchHasFoundMore', member);
  expect(told).toMatchObject({ people: [member], paths: ['/account/saved-searches'] });
  const [letter = ''] = await lettersTo(member);
  expect(letter).toContain('Walnut theft anew\n');
  for (const { reference } of [fresh, question]) expect(letter.replaceAll('-', '')).toContain(reference);
  expect(letter).not.toContain('of old');
  expect(letter).toContain('You can stop these letters');
  await later('5 minutes');
  expect(await factsOf(id)).toHaveLength(1);
  expect(await toldOf('SavedSearchHasFoundMore', member)).toEqual(told);
  expect(await lettersTo(member)).toHaveLength(1);
});

test('what one may not read is never told, and what one may no longer read is not named', async () => {
  const visitorLike = (await makePerson({ roles: ['committeeReader'] })).id;
  const { id } = await save('mulberry', 'atOnce', visitorLike);
  await findSomething('Mulberry within the network');
  await findSomething('Mulberry draft', { state: 'draft' });
  await makeQuestion({ title: 'Mulberry of the team', visibility: 'team' });
  await later('5 minutes');
  expect(await factsOf(id)).toEqual([]);
  const released = await findSomething('Mulberry released', { released: true });
  await later('5 minutes');
  expect(await factsOf(id)).toHaveLength(1);
  await store.db.finding.update({ where: { id: released.id }, data: { releasedAt: null } });
  expect((await toldOf('SavedSearchHasFoundMore', visitorLike)).people).toEqual([]);
});

test('each is told when they chose: at once, from seven in the morning, on Mondays, never', async () => {
  const saved = await Promise.all(
    (['atOnce', 'daily', 'weekly', 'never'] as const).map((alert) => save('quince', alert)),
  );
  const count = async () => Promise.all(saved.map(async ({ id }) => (await factsOf(id)).length));
  const at = async (now: string) => {
    await store.db.$executeRaw`UPDATE soundings.clock SET shift = ${now}::timestamptz - clock_timestamp()`;
    await lookForNewResults();
  };
  await at('2026-12-01T08:00:00Z');
  await findSomething('Quince rackets');
  await at('2026-12-02T06:50:00Z');
  expect(await count()).toEqual([1, 0, 0, 0]);
  await at('2026-12-02T07:01:00Z');
  expect(await count()).toEqual([1, 1, 0, 0]);
  await findSomething('Quince markets');
  await at('2026-12-02T12:00:00Z');
  expect(await count()).toEqual([2, 1, 0, 0]);
  await at('2026-12-07T07:01:00Z');
  expect(await count()).toEqual([2, 2, 1, 0]);
  await at('2026-12-07T08:00:00Z');
  expect(await count()).toEqual([2, 2, 1, 0]);
});

test('two processes tell the same once', async () => {
  const { id } = await save('medlar', 'atOnce');
  await findSomething('Medlar fraud');
  await moveClock('5 minutes');
  await Promise.all([lookForNewResults(), lookForNewResults(), lookForNewResults()]);
  expect(await factsOf(id)).toHaveLength(1);
  expect(await store.db.knownResult.count({ where: { savedSearchId: id } })).toBe(1);
});

test('where alerts begin later, what was found by then is known', async () => {
  const { id, reference } = await save('damson', 'never');
  await findSomething('Damson before');
  const actor = await actorFor(member);
  done(await run(changeSavedSearch, actor, { reference, name: 'Damsons', alert: 'atOnce' }));
  await findSomething('Damson after');
  await later('5 minutes');
  expect((await factsOf(id)).map(({ data }) => data)).toMatchObject([{ results: 1 }]);
});

test('nobody is told who was suspended, stopped alerts or deleted the search', async () => {
  const person = (await makePerson({ expert: true })).id;
  const { id } = await save('loquat', 'atOnce', person);
  await findSomething('Loquat one');
  await later('5 minutes');
  await store.db.savedSearch.update({ where: { id }, data: { alert: 'never' } });
  expect((await toldOf('SavedSearchHasFoundMore', person)).people).toEqual([]);
  await store.db.savedSearch.update({ where: { id }, data: { alert: 'atOnce' } });
  await store.db.person.update({ where: { id: person }, data: { suspendedAt: new Date() } });
  await findSomething('Loquat two');
  await later('5 minutes');
  expect(await factsOf(id)).toHaveLength(1);
  await store.db.savedSearch.delete({ where: { id } });
  expect((await toldOf('SavedSearchHasFoundMore', person)).people).toEqual([]);
});

test('older results that move up into what is compared are not new', async () => {
  await makeMany(MOST_COMPARED + 1);
  const { id } = await save('pomelo', 'atOnce');
  const retracted = { retractedAt: new Date(), retractedReason: 'Wrong' };
  await store.db.finding.update({ where: { reference: 'pom1' }, data: retracted });
  await later('5 minutes');
  expect(await factsOf(id)).toEqual([]);
});

const makeMany = async (count: number) => {
  await store.db.$executeRaw`
    INSERT INTO finding (id, reference, submitted_by_id, current_number, created_at, published_at)
    SELECT gen_random_uuid(), 'pom' || n, ${member}::uuid, 1, now(), now() - n * interval '1 day'
    FROM generate_series(1, ${count}::int) n`;
  await store.db.$executeRaw`
    INSERT INTO finding_version (id, finding_id, number, title, summary, key_messages, methods, limits, venue, year,
      study_type, licence, created_at, submitted_at, published_at)
    SELECT gen_random_uuid(), f.id, 1, 'Pomelo', '', '', '', '', '', 1815, 'review', '', now(), now(), now()
    FROM finding f WHERE f.reference LIKE 'pom%'`;
};
