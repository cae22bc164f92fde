import { expect, test } from 'vitest';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { useDatabase } from '../../../../tests/support/database';
import { visitorNow } from '../../people/queries/actor-of.server';
import { ask } from '../../query.server';
import { nearestQuestionsAndFindings } from './nearest-questions-and-findings.server';

useDatabase();

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
