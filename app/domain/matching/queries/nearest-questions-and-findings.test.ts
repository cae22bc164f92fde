import { expect, test } from 'vitest';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { useDatabase } from '../../../../tests/support/database';
import { visitorNow } from '../../../../tests/support/factories/visitor';
import { ask } from '../../query.server';
import { nearestQuestionsAndFindings } from './nearest-questions-and-findings.server';

const store = useDatabase();

const expert = async () => actorFor((await makePerson({ expert: true })).id);
const TEXT = 'How are insiders at container ports recruited by smuggling groups, and what deters them?';

test('the nearest come first, by the rarity of the words they share', async () => {
  const actor = await expert();
  const near = await makeQuestion({ title: 'Recruited insiders at container ports' });
  const far = await makeQuestion({ title: 'What deters money mules from being recruited?' });
  const unlike = await makeQuestion({ title: 'Firearms conversion in small workshops' });
  const finding = await makeFinding({ title: 'Insiders and container smuggling: an interview study' });
  const view = await ask(nearestQuestionsAndFindings, actor, { text: TEXT });
  const references = view?.questions.map(({ reference }) => reference) ?? [];
  expect(references[0]).toBe(near.reference);
  expect(references).toContain(far.reference);
  expect(references).not.toContain(unlike.reference);
  expect(view?.findings[0]?.reference).toBe(finding.reference);
  expect(view?.questions[0]?.state).toBe('Open');
});

test('only what the actor may see is near, and never the question itself', async () => {
  const title = 'Harbour pilots bribed by zinc smugglers';
  const mine = await makeQuestion({ title });
  const teamOnly = await makeQuestion({ title, visibility: 'team' });
  const draft = await makeQuestion({ title, state: 'draft', asking: mine.asking });
  const released = await makeQuestion({ title, released: true });
  const author = await actorFor(mine.asking.authorId);
  const references = async (
    actor: Awaited<ReturnType<typeof expert>> | Awaited<ReturnType<typeof visitorNow>>,
  ) =>
    (
      await ask(nearestQuestionsAndFindings, actor, { text: title, exceptQuestionId: mine.id })
    )?.questions.map(({ reference }) => reference) ?? [];
  expect(await references(author)).not.toContain(mine.reference);
  expect(await references(author)).not.toContain(draft.reference);
  expect(await references(author)).not.toContain(teamOnly.reference);
  expect(await references(author)).toContain(released.reference);
  expect(await references(await visitorNow())).toEqual([released.reference]);
  expect(await references(await actorFor(teamOnly.asking.authorId))).toContain(teamOnly.reference);
});

test('a rare word counts for more than a common one', async () => {
  const actor = await expert();
  for (let made = 0; made < 3; made += 1)
    await makeQuestion({ title: 'Spices', data: { summary: 'Saffron at bazaars.' } });
  const rare = await makeQuestion({ title: 'Spices', data: { summary: 'Saffron and cardamom.' } });
  const view = await ask(nearestQuestionsAndFindings, actor, { text: 'Saffron, cardamom, bazaars' });
  expect(view?.questions).toHaveLength(4);
  expect(view?.questions[0]?.reference).toBe(rare.reference);
});

test('a word counts for more in the title', async () => {
  const actor = await expert();
  const below = await makeQuestion({ title: 'Rivers', data: { summary: 'Otters in weirs.' } });
  const inTitle = await makeQuestion({ title: 'Otters in weirs', data: { summary: 'Rivers.' } });
  const view = await ask(nearestQuestionsAndFindings, actor, { text: 'Weirs with otters' });
  expect(view?.questions.map(({ reference }) => reference)).toEqual([inTitle.reference, below.reference]);
});

test('one shared word is not nearness, unless the text has but one', async () => {
  const actor = await expert();
  const { reference } = await makeQuestion({ title: 'Falconry abroad' });
  const near = async (text: string) =>
    (await ask(nearestQuestionsAndFindings, actor, { text }))?.questions.map((one) => one.reference);
  expect(await near('Falconry at quarries')).toEqual([]);
  expect(await near('Falconry')).toEqual([reference]);
});

test('what was retracted or merged is near to nothing', async () => {
  const title = 'Turbines stolen from windfarms';
  const kept = await makeFinding({ title });
  await makeFinding({ title, state: 'retracted' });
  const question = await makeQuestion({ title });
  const merged = await makeQuestion({ title });
  await store.db.question.update({ where: { id: merged.id }, data: { mergedIntoId: question.id } });
  const view = await ask(nearestQuestionsAndFindings, await expert(), { text: title });
  expect(view?.findings.map(({ reference }) => reference)).toEqual([kept.reference]);
  expect(view?.questions.map(({ reference }) => reference)).toEqual([question.reference]);
});

test('those equally near keep one order, the first that was made before the others', async () => {
  const title = 'Dredgers at estuaries';
  const made = [];
  for (let count = 0; count < 4; count += 1) made.push(await makeQuestion({ title }));
  await store.db.question.update({ where: { id: made[1]?.id ?? '' }, data: { updatedAt: new Date() } });
  const view = await ask(nearestQuestionsAndFindings, await expert(), { text: title });
  expect(view?.questions.map(({ reference }) => reference)).toEqual(made.map(({ reference }) => reference));
});

test.each(['', 'the of and', "'); DROP TABLE question; --", '<script>', '🔥', 'x'.repeat(20_000)])(
  'a text such as %j finds what it finds without failing',
  async (text) => {
    const view = await ask(nearestQuestionsAndFindings, await visitorNow(), { text });
    expect(view?.questions).toBeInstanceOf(Array);
  },
);

test('five of each at most', async () => {
  const actor = await expert();
  for (let made = 0; made < 7; made += 1)
    await makeQuestion({ title: `Counterfeit vapes at market stall ${made}` });
  const view = await ask(nearestQuestionsAndFindings, actor, { text: 'counterfeit vapes on market stalls' });
  expect(view?.questions).toHaveLength(5);
});

test('a reason is worth asking for where the same is asked, not where the field is the same', async () => {
  const actor = await expert();
  const title = 'Which lockkeepers sell canal mooring permits to smugglers?';
  const { reference } = await makeQuestion({ title });
  const said = async (text: string) =>
    (await ask(nearestQuestionsAndFindings, actor, { text }))?.questions.find(
      (question) => question.reference === reference,
    )?.perhapsTheSame;
  expect(await said('Do lockkeepers sell mooring permits on the canal to smugglers?')).toBe(true);
  expect(
    await said(
      'How do smugglers on a canal choose nights, crews, fuel, radios and hiding places for tobacco and spirits?',
    ),
  ).toBe(false);
});
