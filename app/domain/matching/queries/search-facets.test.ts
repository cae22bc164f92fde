import { beforeAll, expect, test } from 'vitest';
import { countingQueries } from '~/platform/db.server';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeSearchable } from '../../../../tests/support/factories/searchable';
import { visitorNow } from '../../../../tests/support/factories/visitor';
import { termCalled } from '../../../../tests/support/factories/terms';
import type { Actor } from '../../actor';
import { ask } from '../../query.server';
import { searchEverything } from './search-everything.server';

const store = useDatabase();
let member: Actor;

beforeAll(async () => {
  await makeSearchable();
  member = await actorFor((await makePerson()).id);
});

async function search(actor: Actor, q: string, of?: 'finding') {
  const view = await ask(searchEverything, actor, { q, of });
  if (!view) throw new Error('a search always answers');
  return view;
}

async function facetsOf(actor: Actor, q: string) {
  const { facets } = await search(actor, q);
  return Object.fromEntries(
    facets.offers.map(({ field, values }) => [
      field,
      Object.fromEntries(values.map(({ value, number }) => [value, number])),
    ]),
  );
}

const found = ({ questions, findings, experts, organisations }: Awaited<ReturnType<typeof search>>) =>
  [questions, findings, experts, organisations].reduce((sum, group) => sum + (group?.total ?? 0), 0);

test('each number is what the link finds, whoever asks and whatever they asked', async () => {
  const asked: [Actor, string][] = [
    [member, 'year:>1900 OR kind:university OR availability:available'],
    [member, 'lamp quay weir'],
    [await visitorNow(), 'released:yes'],
  ];
  const fields = new Set<string>();
  for (const [actor, q] of asked)
    for (const { field, values } of (await search(actor, q)).facets.offers) {
      const [value] = values;
      if (!value || (fields.has(field) && actor === member)) continue;
      expect([q, field, found(await search(actor, value.narrowed))]).toEqual([q, field, value.number]);
      fields.add(field);
    }
  expect(fields.size).toBeGreaterThan(9);
});

test('a chosen value leads back to what it was chosen in', async () => {
  const { facets } = await search(member, 'lamp quay');
  const threat = facets.offers.find(({ field }) => field === 'threat')?.values[0];
  const narrowed = await search(member, threat?.narrowed ?? '');
  const [chosen] = narrowed.facets.chosen;
  expect(chosen).toMatchObject({ title: 'Threat area', label: threat?.label, without: 'lamp quay' });
});

test('what may not be read is in no number', async () => {
  const { id } = await termCalled('threatArea', 'fraud');
  const before = [await facetsOf(member, 'year:>1000'), await facetsOf(await visitorNow(), 'year:>1000')];
  const hidden = { year: 1066, studyType: 'process' as const, termIds: [id] };
  const author = await makePerson();
  await makeFinding({ ...hidden, title: 'In review', state: 'submitted', submittedById: author.id });
  await makeFinding({ ...hidden, title: 'Drawn back', state: 'retracted', released: true });
  expect([await facetsOf(member, 'year:>1000'), await facetsOf(await visitorNow(), 'year:>1000')]).toEqual(
    before,
  );
  await makeFinding({ ...hidden, title: 'Within the network' });
  expect(await facetsOf(await visitorNow(), 'year:>1000')).toEqual(before[1]);
  expect((await facetsOf(member, 'year:>1000'))['year']).toHaveProperty('1066', 1);
});

test('one statement counts all facets, of loose words among the best alone', async () => {
  const { queries } = await countingQueries(() => search(member, 'released:yes OR kind:university'));
  expect(queries).toBe(2);
  await store.db.$executeRaw`
    INSERT INTO finding (id, reference, submitted_by_id, current_number, created_at, published_at)
    SELECT gen_random_uuid(), 'many' || n, p.id, 1, now(), now() - n * interval '1 minute'
    FROM generate_series(1, 205) n, (SELECT id FROM person LIMIT 1) p`;
  await store.db.$executeRaw`
    INSERT INTO finding_version (id, finding_id, number, title, summary, key_messages, methods, limits, venue, year,
      study_type, licence, created_at, submitted_at, published_at)
    SELECT gen_random_uuid(), f.id, 1, 'Tallies', '', '', '', '', '', 1815,
      (CASE WHEN right(f.reference, 1) < '5' THEN 'review' ELSE 'impact' END)::"StudyType", '', now(), now(), now()
    FROM finding f WHERE f.reference LIKE 'many%'`;
  const many = await search(member, 'year:1815');
  expect(many).toMatchObject({ countedFirst: null, findings: { total: 205, orMore: false, more: true } });
  const types = many.facets.offers.find(({ field }) => field === 'type')?.values ?? [];
  expect(types.map(({ number }) => number).reduce((sum, number) => sum + number)).toBe(205);
  const words = await search(member, 'tallies');
  expect(words).toMatchObject({ countedFirst: 200, findings: { total: 200, orMore: true } });
  const alone = await search(member, 'year:1815', 'finding');
  expect(alone.findings.hits.length).toBe(100);
});
