import { expect, test } from 'vitest';
import { newId } from '~/platform/ids.server';
import { makeExpertOn } from '../../../../tests/support/factories/experts';
import { actorFor, makeOrganisation, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { makeTerm } from '../../../../tests/support/factories/terms';
import { useDatabase } from '../../../../tests/support/database';
import { ask } from '../../query.server';
import { questionsForExpert } from './questions-for-expert.server';

const store = useDatabase();

const shownTo = async ({ id }: { id: string }) =>
  (await ask(questionsForExpert, await actorFor(id), {})) ?? [];
const referencesFor = async (person: { id: string }) =>
  (await shownTo(person)).map(({ reference }) => reference);
const about = ({ slug }: { slug: string }, scheme: 'threatArea' | 'level' = 'threatArea') => [
  { scheme, slug },
];

test('those that invite the expert come first, then those that share most, each with its reason', async () => {
  const area = await makeTerm({ scheme: 'threatArea', name: 'Sturgeon poaching' });
  const level = await makeTerm({ scheme: 'level', name: 'River' });
  const person = await makeExpertOn([area.id, level.id], { summary: 'Oystercatchers' });
  const worded = await makeQuestion({ title: 'Who takes oystercatchers?', closesInDays: 2 });
  const local = await makeQuestion({ terms: about(level, 'level'), closesInDays: 3 });
  const shared = await makeQuestion({ terms: about(area), closesInDays: 4 });
  const invited = await makeQuestion({
    visibility: 'invited',
    invited: [{ personId: person.id }],
    closesInDays: 5,
  });
  const found = await shownTo(person);
  expect(found.map(({ reference, reasons, invited: asked }) => [reference, reasons, asked])).toEqual([
    [invited.reference, ['You are invited'], true],
    [shared.reference, ['Threat area: Sturgeon poaching'], false],
    [local.reference, ['Level: River'], false],
    [worded.reference, ['Shares words with what you say of your work'], false],
  ]);
});

test('an invitation of the expert’s organisation counts, one that was declined does not', async () => {
  const organisation = await makeOrganisation();
  const person = await makePerson({ expert: true, organisationId: organisation.id });
  const byOrganisation = await makeQuestion({ invited: [{ organisationId: organisation.id }] });
  const declined = await makeQuestion({ invited: [{ personId: person.id }] });
  await store.db.questionInvitation.updateMany({
    where: { questionId: declined.id },
    data: { declinedAt: new Date(), declineCode: 'noTime' },
  });
  expect(await referencesFor(person)).toEqual([byOrganisation.reference]);
});

test('those that share as much go by which closes first', async () => {
  const area = await makeTerm({ scheme: 'threatArea' });
  const person = await makeExpertOn([area.id]);
  const closing = async (closesInDays: number) => makeQuestion({ terms: about(area), closesInDays });
  const [last, first, middle] = [await closing(30), await closing(10), await closing(20)];
  const references = [first, middle, last].map(({ reference }) => reference);
  expect(await referencesFor(person)).toEqual(references);
  await store.db.question.update({ where: { id: last.id }, data: { updatedAt: new Date() } });
  expect(await referencesFor(person)).toEqual(references);
});

test('what cannot be answered by the expert is left out', async () => {
  const area = await makeTerm({ scheme: 'threatArea' });
  const person = await makeExpertOn([area.id]);
  const terms = about(area);
  const open = await makeQuestion({ terms });
  const own = await makeQuestion({ terms });
  await store.db.teamMembership.create({
    data: {
      id: newId(),
      teamId: own.asking.teamId,
      personId: person.id,
      roles: ['observer'],
      startsAt: new Date(),
    },
  });
  const walled = await makeQuestion({ terms });
  await store.db.wall.create({
    data: {
      id: newId(),
      questionId: walled.id,
      personId: person.id,
      reason: 'Former employer',
      raisedAt: new Date(),
    },
  });
  for (const state of [
    'draft',
    'awaitingApproval',
    'closed',
    'inEvaluation',
    'decided',
    'withdrawn',
  ] as const)
    await makeQuestion({ terms, state });
  const merged = await makeQuestion({ terms });
  await store.db.question.update({ where: { id: merged.id }, data: { mergedIntoId: open.id } });
  await makeQuestion({ terms, visibility: 'team' });
  await makeQuestion({ terms, visibility: 'invited' });
  await makeQuestion();
  expect(await referencesFor(person)).toEqual([open.reference]);
});

test('five are shown at most', async () => {
  const area = await makeTerm({ scheme: 'threatArea' });
  const person = await makeExpertOn([area.id]);
  for (let made = 0; made < 6; made += 1) await makeQuestion({ terms: about(area) });
  expect(await referencesFor(person)).toHaveLength(5);
});

test('nobody but an expert is shown questions for experts', async () => {
  const official = await makePerson();
  await makeQuestion({ invited: [{ personId: official.id }] });
  expect(await shownTo(official)).toEqual([]);
  expect(await shownTo(await makePerson({ expert: true, verified: false }))).toEqual([]);
});
