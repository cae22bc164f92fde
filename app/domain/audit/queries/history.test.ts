import { expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { makeBid } from '../../../../tests/support/factories/bids';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import type { Actor } from '../../actor';
import type { FactDraft } from '../../fact';
import { recordFacts } from '../../fact-record.server';
import { ask } from '../../query.server';
import { history } from './history.server';
import { trail } from './trail.server';
import { exportTrail } from '../export-trail.server';
import { sealAll } from '../sealer.server';

const data = useDatabase();

const record = (actor: Actor, ...facts: FactDraft[]) =>
  data.db.$transaction((tx) => recordFacts(tx, { actor, now: new Date(), command: 'test' }, facts));
const someone = async (over: Parameters<typeof makePerson>[0] = {}) => actorFor((await makePerson(over)).id);
const told = async (actor: Actor, noun: string, reference: string) =>
  (await ask(history, actor, { noun, reference }))?.facts.map(({ name, by }) =>
    by ? `${name} by ${by}` : name,
  );

test('a question tells members, its team and the auditor what each may know', async () => {
  const question = await makeQuestion({ state: 'open' });
  const about = { noun: 'question' as const, nounId: question.id };
  const author = await actorFor(question.asking.authorId);
  const fan = await someone({ expert: true, name: 'Rosa Fan' });
  await record(
    author,
    { name: 'QuestionWasSubmittedForApproval', ...about },
    { name: 'QuestionWasPublished', ...about },
  );
  await record(fan, { name: 'InterestWasSignalled', ...about });

  expect(await told(fan, 'question', question.reference)).toEqual([`QuestionWasPublished by ${author.name}`]);
  expect(await told(author, 'question', question.reference)).toEqual([
    `QuestionWasSubmittedForApproval by ${author.name}`,
    `QuestionWasPublished by ${author.name}`,
  ]);
  const auditor = await someone({ roles: ['auditor'] });
  expect(await told(auditor, 'question', question.reference)).toBeUndefined();
  await data.db.question.update({
    where: { id: question.id },
    data: { withdrawnAt: new Date(), withdrawnReason: 'It was answered elsewhere' },
  });
  expect(await told(auditor, 'question', question.reference)).toContain('InterestWasSignalled by Rosa Fan');
  const logged = await data.db.fact.findFirst({ where: { name: 'HistoryWasRead', nounId: question.id } });
  expect(logged?.actorId).toBe(auditor.kind === 'person' ? auditor.id : '');
});

test('a decision is in no history and no list before it is told', async () => {
  const { question, award } = await makeAward({ state: 'decided' });
  const owner = await actorFor(question.asking.ownerId);
  const about = { noun: 'question' as const, nounId: question.id };
  await record(owner, { name: 'QuestionWasDecided', ...about });
  const administrator = await someone({ roles: ['administrator'] });
  const member = await someone({ expert: true });
  const seen = async () => [
    await told(member, 'question', question.reference),
    (await ask(trail, administrator, { name: 'QuestionWasDecided' }))?.facts.length,
  ];
  expect(await told(owner, 'question', question.reference)).toHaveLength(1);
  expect(await seen()).toEqual([[], 0]);
  await data.db.award.update({ where: { id: award.id }, data: { noticeAt: new Date() } });
  expect(await seen()).toEqual([['QuestionWasDecided'], 1]);
});

test('a walled member of the team reads what everybody reads', async () => {
  const question = await makeQuestion({ state: 'open' });
  const author = await actorFor(question.asking.authorId);
  await record(author, { name: 'RecommendationWasMade', noun: 'question', nounId: question.id });
  const walled = { ...author, walls: [{ questionId: question.id, bidId: null }] };
  expect(await told(author, 'question', question.reference)).toHaveLength(1);
  expect(await told(walled, 'question', question.reference)).toEqual([]);
});

test('a bid before the decision is in the history of its own people alone, and in no list or download', async () => {
  const question = await makeQuestion({ state: 'open' });
  const bid = await makeBid({ question });
  const lead = await actorFor(bid.leadId);
  await record(lead, { name: 'BidWasSubmitted', noun: 'bid', nounId: bid.id, data: { submission: 1 } });
  await sealAll();
  expect(await told(lead, 'bid', bid.reference)).toEqual(
    [`BidWasSubmitted by ${lead.name}`].map((text) => text.split(' by ')[0]),
  );
  const auditor = await someone({ roles: ['auditor', 'administrator'] });
  for (const actor of [
    auditor,
    await actorFor(question.asking.ownerId),
    await someone({ roles: ['coordinator'] }),
  ])
    expect(await told(actor, 'bid', bid.reference)).toBeUndefined();
  const listed = await ask(trail, auditor, { name: 'BidWasSubmitted' });
  expect(listed?.facts).toEqual([]);
  let text = '';
  for await (const line of exportTrail({ withhold: true })) text += line;
  expect(text).not.toContain(bid.id);
  expect(text).toContain('"withheld":true');

  await data.db.question.update({
    where: { id: question.id },
    data: { withdrawnAt: new Date(), withdrawnReason: 'Over' },
  });
  expect(await told(auditor, 'bid', bid.reference)).toEqual([`BidWasSubmitted by ${lead.name}`]);
  expect((await ask(trail, auditor, { name: 'Bid was submitted' }))?.facts).toHaveLength(1);
});

test('what was said is for its own person and the auditor, until it is erased', async () => {
  const person = await someone({ name: 'Ada Said' });
  if (person.kind !== 'person') throw new Error('a person');
  const personal = { personId: person.id, text: { reason: 'I moved to Leeds' } };
  await record(person, { name: 'PersonWasVerified', noun: 'person', nounId: person.id, personal });
  const said = async (actor: Actor) =>
    (await ask(history, actor, { noun: 'person', reference: person.reference }))?.facts.map(
      (fact) => fact.said,
    );
  const auditor = await someone({ roles: ['auditor'] });
  expect(await said(person)).toEqual(['I moved to Leeds']);
  expect(await said(auditor)).toEqual(['I moved to Leeds']);
  expect(await said(await someone({ roles: ['administrator'] }))).toEqual([null]);
  expect(await said(await someone())).toBeUndefined();
  await data.db.personKey.update({
    where: { personId: person.id },
    data: { wrappedKey: null, destroyedAt: new Date() },
  });
  expect(await said(person)).toEqual(['What was said has been erased.']);
});

test('everybody in the network reads how strategy and terms came to be', async () => {
  const member = await someone();
  const coordinator = await someone({ roles: ['coordinator'], name: 'Cora Keeper' });
  const [term, framework, set] = await Promise.all([
    data.db.term.findFirstOrThrow(),
    data.db.framework.findFirstOrThrow(),
    data.db.prioritySet.findFirstOrThrow(),
  ]);
  await record(
    coordinator,
    { name: 'TermWasRevised', noun: 'term', nounId: term.id },
    { name: 'FrameworkWasRevised', noun: 'framework', nounId: framework.id },
    { name: 'PrioritySetWasRevised', noun: 'prioritySet', nounId: set.id },
  );
  expect(await told(member, 'term', term.reference)).toEqual(['TermWasRevised by Cora Keeper']);
  expect(await told(member, 'framework', framework.reference)).toEqual([
    'FrameworkWasRevised by Cora Keeper',
  ]);
  expect(await told(member, 'prioritySet', set.reference)).toEqual(['PrioritySetWasRevised by Cora Keeper']);
  expect(await told({ kind: 'visitor', asOf: new Date() }, 'term', term.reference)).toBeUndefined();
  expect(await told(member, 'nothing', term.reference)).toBeUndefined();
});

test('the trail pages by key, filters, and is for the auditor and the administrator', async () => {
  const auditor = await someone({ roles: ['auditor'] });
  const finding = await makeFinding();
  const many = Array.from({ length: 30 }, () => ({
    name: 'FindingWasReaffirmed',
    noun: 'finding' as const,
    nounId: finding.id,
  }));
  const coordinator = await someone({ roles: ['coordinator'] });
  await record(coordinator, ...many);
  const asked = { name: 'reaffirmed', noun: 'finding' };
  const first = await ask(trail, auditor, asked);
  expect(first?.facts).toHaveLength(25);
  const second = await ask(trail, auditor, { ...asked, after: first?.next ?? undefined });
  expect(second?.facts).toHaveLength(5);
  expect(second?.next).toBeNull();
  expect((await ask(trail, auditor, { ...asked, to: '2001-01-01' }))?.facts).toEqual([]);
  const reference = coordinator.kind === 'person' ? coordinator.reference : '';
  expect((await ask(trail, auditor, { ...asked, person: reference }))?.facts).toHaveLength(25);
  expect(await ask(trail, coordinator, {})).toBeNull();
  expect((await ask(trail, await someone({ roles: ['administrator'] }), asked))?.facts[0]?.data).toBeNull();
});
