import { expect, test as it } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { countingQueries } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { ask } from '../../query.server';
import { findingCitation } from './finding-citation.server';
import { findingList } from './finding-list.server';

const test = useDatabase();
const visitor: Actor = { kind: 'visitor', asOf: new Date() };
const member = async () => actorFor((await makePerson({ expert: true })).id);
const termId = async (slug: string) => (await test.db.term.findFirstOrThrow({ where: { slug } })).id;

async function titles(actor: Actor, filters: Record<string, unknown>): Promise<string[]> {
  const list = await ask(findingList, actor, filters);
  return (list?.findings ?? []).map(({ title }) => title).sort();
}

it('filters by tag, words, year, kind, confidence, origin and priority, and shows only what stands', async () => {
  const question = await makeQuestion({ state: 'open' });
  const priority = await test.db.priority.findFirstOrThrow({ where: { prioritySet: { endsOn: null } } });
  const tags = [await termId('fraud'), await termId('prevent')];
  const fraud = await makeFinding({
    title: 'Courier fraud abroad',
    termIds: tags,
    year: 2019,
    released: true,
  });
  await makeFinding({ title: 'Firearms routes', year: 2024, studyType: 'impact', questionId: question.id });
  await makeFinding({ title: 'Courier retracted', state: 'retracted' });
  await makeFinding({ title: 'Courier superseded', state: 'superseded' });
  await makeFinding({ title: 'Courier draft', state: 'draft' });
  await test.db.priorityCase.create({
    data: { findingId: fraud.id, priorityId: priority.id, text: 'It does' },
  });
  const reader = await member();
  const only = ['Courier fraud abroad'];
  expect(await titles(reader, { threat: 'fraud' })).toEqual(only);
  expect(await titles(reader, { threat: ['fraud', 'cyber-crime'], strand: 'prevent' })).toEqual(only);
  expect(await titles(reader, { threat: 'cyber-crime' })).toEqual([]);
  expect(await titles(reader, { q: 'couriers and nonsense' })).toEqual(only);
  expect(await titles(reader, { from: '2020', type: 'impact' })).toEqual(['Firearms routes']);
  expect(await titles(reader, { origin: 'questions' })).toEqual(['Firearms routes']);
  expect(await titles(reader, { priority: priority.reference })).toEqual(only);
  expect(await titles(reader, { confidence: 'high' })).toEqual([]);
  expect(await titles(visitor, {})).toEqual(only);
  await test.db.rating.create({
    data: {
      ...{
        id: crypto.randomUUID(),
        findingId: fraud.id,
        versionId: fraud.versionId,
        priorityId: priority.id,
      },
      ...{
        personId: fraud.submittedById ?? '',
        value: 4,
        certainty: 2,
        raterRole: 'policy',
        ratedAt: new Date(),
        changedAt: new Date(),
      },
    },
  });
  await test.db.priorityCase.deleteMany({ where: { findingId: fraud.id } });
  expect(await titles(reader, { priority: priority.reference })).toEqual(only);
  expect(await titles(visitor, { priority: priority.reference })).toEqual([]);
});

it('pages by key without gap or repeat, one statement a page', async () => {
  const reader = await member();
  for (let index = 0; index < 28; index += 1) await makeFinding({ title: `Paged ${index}`, year: 1901 });
  const { result: first, queries } = await countingQueries(() =>
    ask(findingList, reader, { from: 1901, to: 1901 }),
  );
  expect(queries).toBe(1);
  const second = await ask(findingList, reader, { from: 1901, to: 1901, after: first?.next ?? undefined });
  const all = [...(first?.findings ?? []), ...(second?.findings ?? [])].map(({ title }) => title);
  expect([first?.findings.length, new Set(all).size, second?.next]).toEqual([25, 28, null]);
});

it('gives the reference of a finding to whoever may read it', async () => {
  const { reference } = await makeFinding({ title: 'Cited', doi: '10.1234/cited' });
  const found = await ask(findingCitation, await member(), { reference, format: 'bibtex' });
  expect(found?.text).toContain('10.1234/cited');
  expect(await ask(findingCitation, visitor, { reference, format: 'bibtex' })).toBeNull();
  expect(await ask(findingCitation, await member(), { reference, format: 'docx' })).toBeNull();
});
