import { expect, test } from 'vitest';
import { countingQueries } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { makeAward } from '../../../../tests/support/factories/awards';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeWall } from '../../../../tests/support/factories/panels';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { useDatabase } from '../../../../tests/support/database';
import { visitorNow } from '../../../../tests/support/factories/visitor';
import type { Actor } from '../../actor';
import { ask } from '../../query.server';
import type { Chain, ChainKey } from '../chain/chain';
import { chainOf } from './chain-of.server';

const store = useDatabase();

const shown = (chain: Chain | null) => chain?.steps.map(({ label, state }) => `${label} (${state})`);
const step = (chain: Chain | null, key: ChainKey) => chain?.steps.find((one) => one.key === key);

async function expert() {
  return actorFor((await makePerson({ expert: true })).id);
}

test('an open question stands at its own step, bids sealed and uncounted', async () => {
  const priority = await store.db.priority.findFirstOrThrow({ where: { slug: 'less-economic-harm' } });
  const question = await makeQuestion({ priorityIds: [priority.id] });
  const chain = await ask(chainOf, await expert(), {
    noun: 'question',
    reference: question.reference,
    here: 'question',
  });
  expect(shown(chain)).toEqual([
    'Priority: Less economic harm (done)',
    'Question (current)',
    'Clarification (ahead)',
    'Bids sealed (ahead)',
    'Evaluation (ahead)',
    'Award (ahead)',
    'Deliverable (ahead)',
    'Finding (ahead)',
    'Rating (ahead)',
    'Impact (ahead)',
  ]);
  expect(step(chain, 'priority')?.target).toEqual({ page: 'priority', reference: priority.reference });
});

test('an answered question leads to its finding; a draft finding is not told of', async () => {
  const question = await makeQuestion({ state: 'answered' });
  const finding = await makeFinding({ questionId: question.id });
  await makeFinding({ questionId: question.id, state: 'submitted' });
  const chain = await ask(chainOf, await expert(), {
    noun: 'question',
    reference: question.reference,
    here: 'question',
  });
  expect(step(chain, 'finding')).toEqual({
    key: 'finding',
    label: '1 finding',
    state: 'done',
    target: { page: 'finding', reference: finding.reference },
  });
  expect(step(chain, 'evaluation')).toMatchObject({ state: 'done', target: null });
});

test('people with a part in it get the link to the evaluation', async () => {
  const question = await makeQuestion({ state: 'inDelivery' });
  const owner = await actorFor(question.asking.ownerId);
  const chain = await ask(chainOf, owner, {
    noun: 'question',
    reference: question.reference,
    here: 'question',
  });
  expect(step(chain, 'evaluation')?.target).toEqual({ page: 'evaluation', reference: question.reference });
});

test('from a finding the chain walks back up to its question', async () => {
  const question = await makeQuestion({ state: 'answered' });
  const finding = await makeFinding({ questionId: question.id });
  const chain = await ask(chainOf, await expert(), {
    noun: 'finding',
    reference: finding.reference,
    here: 'finding',
  });
  expect(step(chain, 'question')?.target).toEqual({ page: 'question', reference: question.reference });
  expect(step(chain, 'finding')?.state).toBe('current');
});

test('research that nobody commissioned has no question in its chain', async () => {
  const finding = await makeFinding();
  const chain = await ask(chainOf, await expert(), {
    noun: 'finding',
    reference: finding.reference,
    here: 'finding',
  });
  expect(chain?.steps.map(({ key }) => key)).toEqual(['priority', 'finding', 'rating', 'impact']);
});

test('what may not be known has no chain, and gives a released finding none of its question', async () => {
  const question = await makeQuestion({ visibility: 'team', state: 'answered' });
  const finding = await makeFinding({ questionId: question.id, released: true });
  const at = { noun: 'question', reference: question.reference, here: 'question' };
  expect(await ask(chainOf, await expert(), at)).toBeNull();
  expect(await ask(chainOf, await visitorNow(), at)).toBeNull();
  const fromFinding = await ask(chainOf, await visitorNow(), {
    noun: 'finding',
    reference: finding.reference,
    here: 'finding',
  });
  expect(fromFinding?.steps.map(({ key }) => key)).toEqual(['priority', 'finding', 'rating', 'impact']);
});

test('an award is told of with its notice, never before', async () => {
  const actor = await expert();
  const stepOf = async (state: 'decided' | 'inDelivery') => {
    const { question, award } = await makeAward({ state });
    const chain = await ask(chainOf, actor, {
      noun: 'question',
      reference: question.reference,
      here: 'question',
    });
    return { step: step(chain, 'award'), award };
  };
  expect((await stepOf('decided')).step).toMatchObject({ label: 'Award', state: 'ahead', target: null });
  const told = await stepOf('inDelivery');
  expect(told.step).toMatchObject({
    label: '1 award',
    state: 'done',
    target: { page: 'award', reference: told.award.reference },
  });
});

test('a wall hides the way to the evaluation', async () => {
  const question = await makeQuestion({ state: 'inDelivery' });
  const person = await makePerson({ roles: ['coordinator'] });
  const evaluation = async () => {
    const at = { noun: 'question', reference: question.reference, here: 'question' };
    return step(await ask(chainOf, await actorFor(person.id), at), 'evaluation')?.target ?? null;
  };
  expect(await evaluation()).not.toBeNull();
  const wall = {
    id: newId(),
    questionId: question.id,
    personId: person.id,
    reason: 'Kin',
    raisedAt: new Date(),
  };
  await store.db.wall.create({ data: wall });
  expect(await evaluation()).toBeNull();
});

test('the chain takes one statement', async () => {
  const question = await makeQuestion();
  const actor = await expert();
  const at = { noun: 'question', reference: question.reference, here: 'question' };
  const { queries } = await countingQueries(() => ask(chainOf, actor, at));
  expect(queries).toBe(1);
});

test('an evaluation is over for others once its decision is told, for those who take part at once', async () => {
  const stateFor = async (actor: Actor, { reference }: { reference: string }) =>
    step(await ask(chainOf, actor, { noun: 'question', reference, here: 'question' }), 'evaluation')?.state;
  const [untold, told] = [await makeAward({ state: 'decided' }), await makeAward({ state: 'standstill' })];
  const outside = await expert();
  expect([await stateFor(outside, untold.question), await stateFor(outside, told.question)]).toEqual([
    'ahead',
    'done',
  ]);
  expect(await stateFor(untold.panel.author, untold.question)).toBe('done');
  await makeWall(untold.question.id, untold.panel.author.id, untold.first.id);
  expect(await stateFor(await actorFor(untold.panel.author.id), untold.question)).not.toBe('done');
});
