import { expect, test } from 'vitest';
import { newId } from '~/platform/ids.server';
import { useDatabase } from '../../../../tests/support/database';
import { makeExpertOn } from '../../../../tests/support/factories/experts';
import { actorFor } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { makeTerm } from '../../../../tests/support/factories/terms';
import { newReference } from '../../new-reference.server';
import { ask } from '../../query.server';
import { suggestedExperts } from './suggested-experts.server';

const store = useDatabase();

const takeWork = (
  personId: string,
  title: string,
  over: { description?: string; year?: number; state?: 'taken' | 'rejected' | 'offered' } = {},
) =>
  store.db.expertWork.create({
    data: {
      id: newId(),
      person: { connect: { id: personId } },
      ...(!over.state && {
        work: { create: { id: newId(), reference: newReference(), title, createdAt: new Date() } },
      }),
      source: 'test',
      sourceId: newId(),
      title,
      authors: [],
      state: 'taken',
      offeredAt: new Date(),
      decidedAt: over.state === 'offered' ? null : new Date(),
      ...over,
    },
  });

async function viewFor(question: Awaited<ReturnType<typeof makeQuestion>>) {
  const view = await ask(suggestedExperts, await actorFor(question.asking.authorId), {
    reference: question.reference,
  });
  if (!view) throw new Error('The author may see suggestions.');
  return view;
}

const questionOn = (title: string, terms: { scheme: 'threatArea'; slug: string }[] = []) =>
  makeQuestion({ title, terms, data: { summary: '', questionsAsked: '' } });

test('works taken by listed experts bring them in, nearest first, with the works and words that carried it', async () => {
  const near = await makeExpertOn([]);
  await takeWork(near.id, 'Tachograph tampering among lorry drivers', {
    year: 2021,
    description: 'Odometers and tachographs.',
  });
  await takeWork(near.id, 'Lorry parks at night', { year: 2015 });
  await takeWork(near.id, 'Beekeeping in towns', { year: 2010 });
  const further = await makeExpertOn([]);
  await takeWork(further.id, 'Lorry queues and lorry weights on bridges');
  const question = await questionOn('Who profits from tachograph tampering in lorry fleets?');
  const { people } = await viewFor(question);
  expect(people.map(({ reference }) => reference)).toEqual([near.reference, further.reference]);
  expect(people[0]?.works.map(({ title, year }) => [title, year])).toEqual([
    ['Tachograph tampering among lorry drivers', 2021],
    ['Lorry parks at night', 2015],
  ]);
  expect(people[0]?.works.reduce((sum, { share }) => sum + share, 0)).toBe(100);
  expect(people[0]?.workWords[0]).toBe('tachograph tampering');
});

test('works that were offered or rejected, and those of experts who are not listed, say nothing', async () => {
  const rejecting = await makeExpertOn([]);
  await takeWork(rejecting.id, 'Falconry permits', { state: 'rejected' });
  await takeWork(rejecting.id, 'Falconry permits abroad', { state: 'offered' });
  const unlisted = await makeExpertOn([]);
  await takeWork(unlisted.id, 'Falconry and permits');
  const question = await questionOn('Are falconry permits forged?');
  expect((await viewFor(question)).people).toHaveLength(1);
  await store.db.expertProfile.update({ where: { personId: unlisted.id }, data: { listed: false } });
  expect((await viewFor(question)).people).toEqual([]);
  await store.db.expertProfile.update({ where: { personId: unlisted.id }, data: { listed: true } });
  await store.db.expertWork.updateMany({
    where: { personId: unlisted.id },
    data: { state: 'rejected', workId: null },
  });
  expect((await viewFor(question)).people).toEqual([]);
});

test('a shared threat area and a near work add up', async () => {
  const area = await makeTerm({ scheme: 'threatArea' });
  const both = await makeExpertOn([area.id]);
  await takeWork(both.id, 'Ginseng poaching');
  const termed = await makeExpertOn([area.id]);
  const worked = await makeExpertOn([]);
  await takeWork(worked.id, 'Ginseng poaching');
  const question = await questionOn('How is ginseng poaching organised?', [
    { scheme: 'threatArea', slug: area.slug },
  ]);
  const { people } = await viewFor(question);
  expect(people[0]?.reference).toBe(both.reference);
  expect(new Set(people.slice(1).map(({ reference }) => reference))).toEqual(
    new Set([termed.reference, worked.reference]),
  );
});

test('who is missing is told of those whom nothing holds back', async () => {
  const [area, other, discipline, absent] = await Promise.all([
    makeTerm({ scheme: 'threatArea' }),
    makeTerm({ scheme: 'threatArea', name: 'Ambergris' }),
    makeTerm({ scheme: 'discipline' }),
    makeTerm({ scheme: 'discipline', name: 'Cetology' }),
  ]);
  const knowing = await makeExpertOn([area.id, discipline.id]);
  await takeWork(knowing.id, 'A first work', { year: 1999 });
  await makeExpertOn([area.id, other.id, absent.id], { availability: 'unavailable' });
  const question = await questionOn('Who is missing?', [
    { scheme: 'threatArea', slug: area.slug },
    { scheme: 'threatArea', slug: other.slug },
  ]);
  const { missing } = await viewFor(question);
  expect(missing).toMatchObject({
    among: 1,
    terms: [{ scheme: 'threatArea', name: 'Ambergris' }],
    dated: 1,
    early: 0,
  });
  expect(missing.disciplines).toContain('Cetology');
  expect(missing.disciplines).not.toContain(discipline.name);
});
