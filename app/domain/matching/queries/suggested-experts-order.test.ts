import { expect, test } from 'vitest';
import { newId } from '~/platform/ids.server';
import { makeExpertOn } from '../../../../tests/support/factories/experts';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { makeTerm } from '../../../../tests/support/factories/terms';
import { useDatabase } from '../../../../tests/support/database';
import { ask } from '../../query.server';
import { suggestedExperts } from './suggested-experts.server';

const store = useDatabase();
type Made = Awaited<ReturnType<typeof makeQuestion>>;

async function suggestedFor(question: Made) {
  const author = await actorFor(question.asking.authorId);
  return (await ask(suggestedExperts, author, { reference: question.reference }))?.people ?? [];
}

const referencesFor = async (question: Made) =>
  (await suggestedFor(question)).map(({ reference }) => reference);

const questionOn = (terms: { scheme: 'threatArea' | 'level' | 'enabler'; slug: string }[], title: string) =>
  makeQuestion({ title, terms, data: { summary: '', questionsAsked: '' } });

test('a threat area counts for more than a method, a method for more than a level, and a level for more than a word', async () => {
  const area = await makeTerm({ scheme: 'threatArea' });
  const method = await makeTerm({ scheme: 'method', name: 'Zebra counting' });
  const level = await makeTerm({ scheme: 'level' });
  const worded = await makeExpertOn([], { summary: 'Savannas' });
  const levelled = await makeExpertOn([level.id]);
  const methodical = await makeExpertOn([method.id]);
  const knowing = await makeExpertOn([area.id]);
  const complete = await makeExpertOn([area.id, method.id, level.id], { summary: 'Savannas' });
  const question = await questionOn(
    [
      { scheme: 'threatArea', slug: area.slug },
      { scheme: 'level', slug: level.slug },
    ],
    'Would zebra counting tell how savannas are raided?',
  );
  expect(await referencesFor(question)).toEqual(
    [complete, knowing, methodical, levelled, worded].map(({ reference }) => reference),
  );
});

test('of two who share one word, the one whose word is rarer among experts comes first', async () => {
  const common = await Promise.all([1, 2, 3].map(() => makeExpertOn([], { summary: 'Quaysides' })));
  const rare = await makeExpertOn([], { interests: 'Stevedores' });
  const question = await questionOn([], 'Stevedores on quaysides');
  const people = await suggestedFor(question);
  expect(people[0]).toMatchObject({
    reference: rare.reference,
    reasons: ['Words in common: stevedores'],
  });
  expect(people).toHaveLength(1 + common.length);
});

test('those who share as much keep one order, by reference, whoever asks and however often', async () => {
  const area = await makeTerm({ scheme: 'threatArea' });
  const words = ['ferrets', 'badgers', 'polecats', 'burrows', 'orchards', 'hedgerows', 'thickets', 'meadows'];
  for (let shared = 1; shared < words.length; shared += 1)
    await makeExpertOn([], { summary: words.slice(0, shared).join(' ') });
  const summary = words.join(' ');
  const alike = await Promise.all(
    Array.from({ length: 8 }, (_, first) =>
      makeExpertOn([area.id], { summary: [...words.slice(first), ...words.slice(0, first)].join(' ') }),
    ),
  );
  const question = await questionOn([{ scheme: 'threatArea', slug: area.slug }], summary);
  const inOrder = alike.map(({ reference }) => reference).sort();
  expect((await referencesFor(question)).slice(0, 8)).toEqual(inOrder);
  await store.db.expertProfile.updateMany({
    where: { personId: { in: alike.slice(2, 5).map(({ id }) => id) } },
    data: { interests: '' },
  });
  expect((await referencesFor(question)).slice(0, 8)).toEqual(inOrder);
});

test('whoever is not listed, verified and active is left out', async () => {
  const area = await makeTerm({ scheme: 'threatArea' });
  const change = async (data: Parameters<typeof store.db.person.update>[0]['data']) => {
    const { id } = await makeExpertOn([area.id]);
    await store.db.person.update({ where: { id }, data });
  };
  const kept = await makeExpertOn([area.id]);
  await makeExpertOn([area.id], { listed: false });
  await change({ verifiedAt: null });
  await change({ suspendedAt: new Date() });
  await change({ erasedAt: new Date(), name: 'former member' });
  await change({ mergedIntoId: kept.id });
  const question = await questionOn([{ scheme: 'threatArea', slug: area.slug }], 'Left out?');
  expect(await referencesFor(question)).toEqual([kept.reference]);
});

test('the team and the panel come last, with the reason, however much they share', async () => {
  const area = await makeTerm({ scheme: 'threatArea' });
  const enabler = await makeTerm();
  const insider = await makeExpertOn([area.id, enabler.id]);
  const assessor = await makeExpertOn([area.id, enabler.id]);
  const away = await makeExpertOn([area.id], { availability: 'unavailable' });
  const free = await makeExpertOn([enabler.id]);
  const question = await questionOn(
    [
      { scheme: 'threatArea', slug: area.slug },
      { scheme: 'enabler', slug: enabler.slug },
    ],
    'Held back?',
  );
  const { asking } = question;
  await store.db.teamMembership.create({
    data: {
      id: newId(),
      teamId: asking.teamId,
      personId: insider.id,
      roles: ['observer'],
      startsAt: new Date(),
    },
  });
  await store.db.panelMembership.create({
    data: {
      questionId: question.id,
      personId: assessor.id,
      role: 'evaluator',
      appointedById: asking.ownerId,
      appointedAt: new Date(),
    },
  });
  const people = await suggestedFor(question);
  const said = (person: { reference: string }) =>
    people.find(({ reference }) => reference === person.reference)?.ruledOut;
  expect(people[0]?.reference).toBe(free.reference);
  expect(people.at(-1)?.reference).toBe(away.reference);
  expect([said(free), said(insider), said(assessor), said(away)]).toEqual([
    [],
    ['Belongs to the team that asks'],
    ['Is on the panel of this question'],
    ['Not available'],
  ]);
});

test('twenty are suggested at most, those who share most among them', async () => {
  const area = await makeTerm({ scheme: 'threatArea' });
  const level = await makeTerm({ scheme: 'level' });
  for (let made = 0; made < 20; made += 1) await makeExpertOn([level.id]);
  const best = await makeExpertOn([area.id, level.id]);
  const question = await questionOn(
    [
      { scheme: 'threatArea', slug: area.slug },
      { scheme: 'level', slug: level.slug },
    ],
    'How many?',
  );
  const references = await referencesFor(question);
  expect(references).toHaveLength(20);
  expect(references[0]).toBe(best.reference);
});

test('an expert who shares nothing is not suggested', async () => {
  await makeExpertOn([(await makeTerm()).id], { summary: 'Lighthouses' });
  await makePerson({ expert: true });
  expect(await suggestedFor(await questionOn([], 'Xylophones'))).toEqual([]);
});
