import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makeDataset } from '../../../../tests/support/factories/datasets';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeSignal } from '../../../../tests/support/factories/signals';
import { makeTerm } from '../../../../tests/support/factories/terms';
import { movedInput, moveTags, putTagsBack, type MovedTags } from './moved-tags.server';

const database = useDatabase();
const names = new Map<string, string>();
let pair: { fromId: string; intoId: string };
let of: { finding: string[]; dataset: string; signal: string; person: string };

beforeAll(async () => {
  const [from, into, third] = [await makeTerm(), await makeTerm(), await makeTerm()];
  names.set(from.id, 'from').set(into.id, 'into').set(third.id, 'third');
  pair = { fromId: from.id, intoId: into.id };
  const person = (await makePerson({ expert: true })).id;
  const finding: string[] = [];
  for (const title of ['with both', 'with the one', 'with the other', 'with neither'])
    finding.push((await makeFinding({ title })).id);
  const dataset = (await makeDataset({ createdById: person, termIds: [from.id, third.id] })).id;
  const signal = (await makeSignal({ createdById: person })).id;
  of = { finding, dataset, signal, person };
  const [both = '', one = '', other = '', neither = ''] = finding;
  const tags: [string, string][] = [
    [both, from.id],
    [both, into.id],
    [one, from.id],
    [other, into.id],
    [neither, third.id],
  ];
  await database.db.findingTerm.createMany({
    data: tags.map(([findingId, termId]) => ({ findingId, termId })),
  });
  await database.db.signalTerm.create({ data: { signalId: signal, termId: from.id } });
  await database.db.expertTerm.create({ data: { personId: person, termId: into.id } });
});

/** What each thing of the world carries, by names. */
async function carried() {
  const rows = await database.db.$queryRaw<{ thing: string; term: string }[]>`
    SELECT finding_id AS thing, term_id AS term FROM finding_term
    UNION ALL SELECT dataset_id, term_id FROM dataset_term
    UNION ALL SELECT signal_id, term_id FROM signal_term
    UNION ALL SELECT person_id, term_id FROM expert_term`;
  const things = [...of.finding, of.dataset, of.signal, of.person];
  return things.map((id) =>
    rows
      .filter(({ thing, term }) => thing === id && names.has(term))
      .map(({ term }) => names.get(term))
      .sort()
      .join(' '),
  );
}

const BEFORE = ['from into', 'from', 'into', 'third', 'from third', 'from', 'into'];
const MERGED = ['into', 'into', 'into', 'third', 'into third', 'into', 'into'];
let moved: MovedTags;

test('what carried the one carries the other, and what carried both carries it once', async () => {
  expect(await carried()).toEqual(BEFORE);
  moved = await moveTags(database.db, pair);
  expect(await carried()).toEqual(MERGED);
});

test('what was changed is told, so that nothing else is changed back', () => {
  const [both = '', one = ''] = of.finding;
  expect(moved.finding_term.added).toEqual([one]);
  expect([...moved.finding_term.removed].sort()).toEqual([both, one].sort());
  expect(moved).toMatchObject({
    dataset_term: { added: [of.dataset], removed: [of.dataset] },
    signal_term: { added: [of.signal], removed: [of.signal] },
    expert_term: { added: [], removed: [] },
    question_term: { added: [], removed: [] },
  });
  expect(movedInput.parse(JSON.parse(JSON.stringify(moved)))).toEqual(moved);
});

test('moving again moves nothing', async () => {
  const again = await moveTags(database.db, pair);
  expect(Object.values(again).flatMap(({ added, removed }) => [...added, ...removed])).toEqual([]);
  expect(await carried()).toEqual(MERGED);
});

test('the way back leads to where it began, however often it is gone', async () => {
  await putTagsBack(database.db, pair, moved);
  expect(await carried()).toEqual(BEFORE);
  await putTagsBack(database.db, pair, moved);
  expect(await carried()).toEqual(BEFORE);
});

test('what was tagged or untagged since stays as people left it', async () => {
  const [, one = '', , neither = ''] = of.finding;
  const since = await moveTags(database.db, pair);
  await database.db.findingTerm.create({ data: { findingId: neither, termId: pair.intoId } });
  await database.db.findingTerm.deleteMany({ where: { findingId: one, termId: pair.intoId } });
  await putTagsBack(database.db, pair, since);
  expect(await carried()).toEqual(['from into', '', 'into', 'into third', 'from third', 'from', 'into']);
});

test('a record of what moved that names another table is not believed', () => {
  expect(movedInput.safeParse({ ...moved, person: { added: [], removed: [] } }).success).toBe(false);
  expect(movedInput.safeParse({ ...moved, finding_term: { added: ['x'], removed: [] } }).success).toBe(false);
});
