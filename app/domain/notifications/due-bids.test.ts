import { expect, test } from 'vitest';
import { moveClock, useDatabase } from '../../../tests/support/database';
import { makeBid } from '../../../tests/support/factories/bids';
import { makePerson } from '../../../tests/support/factories/people';
import { makeQuestion } from '../../../tests/support/factories/questions';
import { newId } from '~/platform/ids.server';
import { recordFacts } from '../fact-record.server';
import { showInstant } from '../uk-time';
import { recordDueFacts } from './due-facts.server';
import { noticeRules } from './rules/all.server';

const store = useDatabase();
const HOUR = 3_600_000;

const remindersOf = (bidId: string) =>
  store.db.fact.findMany({ where: { name: 'BidIsNotSubmitted', noun: 'bid', nounId: bidId } });

/** Who hears of it, and in what words. */
async function told(bidId: string) {
  const fact = {
    id: newId(),
    position: '1',
    actorId: null,
    at: new Date(),
    data: {},
    noun: 'bid',
    nounId: bidId,
  };
  const rules = noticeRules.filter((rule) => rule.fact === 'BidIsNotSubmitted');
  return Promise.all(rules.map((rule) => rule.tell({ db: store.db, fact: { ...fact, name: rule.fact } })));
}

test('a draft that nobody has submitted two days before the deadline is told to its own people, once', async () => {
  const question = await makeQuestion({ state: 'open' });
  const closesAt = question.closesAt ?? new Date(0);
  const hoursLeft = Math.floor((closesAt.getTime() - Date.now()) / HOUR);
  const draft = await makeBid({ question, submitted: false });
  const sent = await makeBid({ question });
  const partner = await makePerson({ expert: true });
  const invited = { bidId: draft.id, role: 'partner' as const, invitedAt: new Date() };
  await store.db.bidMember.create({ data: { ...invited, personId: partner.id } });

  const moved = await makeBid({ question, submitted: false });
  const earlier = { name: 'BidIsNotSubmitted', noun: 'bid' as const, nounId: moved.id };
  const clock = { actor: { kind: 'visitor' as const, asOf: new Date() }, now: new Date(), command: 'clock' };
  await store.db.$transaction((tx) =>
    recordFacts(tx, clock, [{ ...earlier, data: { closesAt: '2026-01-05T17:00:00.000Z' } }]),
  );

  await recordDueFacts();
  expect(await remindersOf(draft.id)).toEqual([]);
  await moveClock(`${hoursLeft - 47} hours`);
  await recordDueFacts();
  await recordDueFacts();
  expect(await remindersOf(draft.id)).toMatchObject([
    { actorId: null, data: { closesAt: closesAt.toISOString() } },
  ]);
  expect(await remindersOf(sent.id)).toEqual([]);
  expect(await remindersOf(moved.id)).toHaveLength(2);

  const [said, ...more] = await told(draft.id);
  expect(more).toEqual([]);
  expect(said?.personIds).toEqual([draft.leadId]);
  expect(said?.subject).toBe(`Not submitted yet: ${question.title}`);
  expect(said?.body).toContain(showInstant(closesAt));

  await moveClock('72 hours');
  const late = await makeBid({ question: await makeQuestion({ state: 'closed' }), submitted: false });
  await recordDueFacts();
  expect(await remindersOf(late.id)).toEqual([]);
});
