import { beforeAll, expect, test } from 'vitest';
import { lastDayOf, periodOf } from '~/domain/ratings/votes/votes';
import { isoDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makePerson } from '../../../../tests/support/factories/people';
import { makePrioritySet } from '../../../../tests/support/factories/priorities';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { makeReaders, newId, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';
import { flawsOf } from '../../../../tests/support/site/page';

const database = useDatabase();
let who: Readers;
let set: Awaited<ReturnType<typeof makePrioritySet>>;
let priority: { id: string; reference: string; name: string };
let other: typeof priority;
type Made = Awaited<ReturnType<typeof makeFinding>>;
let [first, second]: Made[] = [];

beforeAll(async () => {
  who = await makeReaders();
  set = await makePrioritySet({ names: ['Close the ports', 'Follow the money'] });
  const [aim, another] = set.priorities;
  if (!aim || !another) throw new Error('a set has the priorities it was made with');
  [priority, other] = [aim, another];
  first = await makeFinding({ title: 'Found at the ports', released: true });
  second = await makeFinding({ title: 'Found in the books' });
});

const address = (finding = first, of = priority) => paths.giveVotes(of.reference, finding?.reference ?? '');
const give = (as: string | undefined, votes: string, finding = first, of = priority) =>
  send(address(finding, of), { votes }, { as });
const ranking = (as?: string, period?: string) =>
  visit(paths.priorityVotes(priority.reference, period), { as });
const rows = async (as: string) => {
  const shown = await ranking(as);
  return shown
    .$('table tbody tr')
    .toArray()
    .map((row) => shown.$(row).text());
};

test.each([
  ['2026-01-01T00:00Z', '2026-01-01', '2026-06-30'],
  ['2026-06-30T22:59Z', '2026-01-01', '2026-06-30'],
  ['2026-06-30T23:00Z', '2026-07-01', '2026-12-31'],
  ['2026-12-31T23:59Z', '2026-07-01', '2026-12-31'],
])('%s lies in the half-year from %s to %s, in TypeScript and in the database', async (at, from, to) => {
  const period = periodOf(new Date(at));
  expect([isoDay(period), isoDay(lastDayOf(period))]).toEqual([from, to]);
  const [row] = await database.db.$queryRaw<{ day: string }[]>`
    SELECT soundings.half_year(${at}::timestamptz)::text AS day`;
  expect(row?.day).toBe(from);
});

test('votes are given, moved and taken back, and rank the findings of a priority apart from relevance', async () => {
  const priorityPage = await visit(paths.priority(priority.reference), { as: who.member });
  expect(priorityPage.links.map(({ href }) => href)).toContain(paths.priorityVotes(priority.reference));
  const untouched = await ranking(who.member);
  expect(untouched.text).toContain('Nobody has voted yet');
  expect(untouched.text).toContain('No finding is known yet about the threat areas of this priority.');
  const form = await visit(address(), { as: who.member });
  expect(form.text).toContain('10 of 10 votes left');
  expect(flawsOf(form.$)).toEqual([]);
  const sent = await give(who.member, '6');
  expect([sent.location, sent.banner]).toEqual([
    paths.priorityVotes(priority.reference),
    'It has 6 of your votes',
  ]);
  await give(who.member, '4', second);
  await give(who.coordinator, '3', second);
  expect(await rows(who.member)).toEqual([
    expect.stringMatching(/^1Found in the books724, change/),
    expect.stringMatching(/^2Found at the ports616, change/),
  ]);
  await give(who.member, '8');
  expect((await ranking(who.member)).text).toContain('You have 0 of 10 votes left');
  await give(who.member, '2');
  const shown = await ranking(who.member);
  expect(shown.text).toContain('You have 4 of 10 votes left');
  expect(shown.text).not.toMatch(/Mel Member|Cora Nator/);
  expect(flawsOf(shown.$)).toEqual([]);
  expect((await give(who.member, '0', second)).banner).toBe('You took your votes back');
  expect(await rows(who.coordinator)).toEqual([
    expect.stringMatching(/^1Found in the books313, change/),
    expect.stringMatching(/^2Found at the ports21Give votes/),
  ]);
  const csv = await visit(paths.priorityVotesCsv(priority.reference), { as: who.auditor });
  expect(csv.html).toContain('Found in the books,3,1\r\n');
});

test('nobody gives more than ten in a half-year for one list, whichever priority, whatever they send', async () => {
  await give(who.second, '7');
  const over = await give(who.second, '4', first, other);
  expect([over.status, over.messageBeside('votes')]).toEqual([
    422,
    expect.stringContaining('You have 3 of your 10 votes left'),
  ]);
  for (const votes of ['11', '-1', '2.5', 'many'])
    expect((await give(who.second, votes)).messageBeside('votes')).toContain('Choose how many');
  const together = await Promise.all([give(who.second, '3', second), give(who.second, '3', first, other)]);
  expect(together.map(({ status }) => status).sort()).toEqual([303, 422]);
  const given = await database.db.findingVote.aggregate({
    where: { personId: who.second },
    _sum: { votes: true },
  });
  expect(given._sum.votes).toBe(10);
});

test('the database holds the limit, the set, the half-year and one’s own work by itself', async () => {
  const person = await makePerson({ expert: true });
  const own = await makeFinding({ authors: [{ name: 'A', personId: person.id }] });
  const row = (over: object) => ({
    ...{ id: newId(), personId: person.id, prioritySetId: set.id, priorityId: priority.id, votes: 1 },
    ...{ findingId: first?.id ?? '', period: periodOf(new Date()), givenAt: new Date(), ...over },
  });
  const create = (over: object) => database.db.findingVote.create({ data: row(over) });
  await expect(create({ votes: 11 })).rejects.toThrow(/VotesAreSpent|finding_vote_votes_check/);
  await expect(create({ votes: 0 })).rejects.toThrow(/finding_vote_votes_check/);
  await expect(create({ findingId: own.id })).rejects.toThrow(/OwnWork/);
  await expect(create({ period: new Date('2025-01-01') })).rejects.toThrow(/VotingIsOver/);
  const another = await makePrioritySet();
  await expect(create({ priorityId: another.priorities[0]?.id ?? '' })).rejects.toThrow(
    /PriorityIsOfAnotherSet/,
  );
  await create({ votes: 6 });
  await expect(create({ findingId: second?.id ?? '', votes: 5 })).rejects.toThrow(/VotesAreSpent/);
  await database.db.findingVote.deleteMany({ where: { personId: person.id } });
});

test('nobody votes for their own work or what their team asked for, nor for what does not stand', async () => {
  const question = await makeQuestion({ state: 'answered' });
  const own = await makeFinding({ submittedById: who.member, questionId: question.id });
  for (const as of [who.member, question.asking.authorId]) {
    expect((await visit(address(own), { as })).status).toBe(403);
    expect((await give(as, '1', own)).status).toBe(403);
  }
  await give(who.coordinator, '2', own);
  for (const as of [who.member, question.asking.authorId]) {
    const page = await ranking(as);
    expect(page.text).toContain('Your own work, or asked for by your team');
    expect(page.links.map(({ href }) => href)).not.toContain(address(own));
  }
  await give(who.coordinator, '0', own);
  expect((await ranking(who.member)).links.map(({ href }) => href)).not.toContain(address(own));
  const gone = await makeFinding({ state: 'retracted' });
  expect((await give(who.member, '1', gone)).status).toBe(403);
  const hidden = await makeFinding({ state: 'draft' });
  expect((await give(who.member, '1', hidden)).status).toBe(404);
});

test('members and the auditor read it; only members vote; the public learns nothing', async () => {
  expect((await ranking(who.auditor)).text).not.toContain('votes left');
  expect((await give(who.auditor, '1')).status).toBe(403);
  for (const as of [who.committee, who.unverified]) {
    expect((await ranking(as)).status).toBe(403);
    expect((await give(as, '1')).status).toBe(403);
  }
  expect((await ranking()).location).toContain(paths.signIn());
  const open = await visit(paths.priority(priority.reference));
  expect(open.links.map(({ href }) => href)).not.toContain(paths.priorityVotes(priority.reference));
  expect((await ranking(who.member, '1999-01-01')).status).toBe(404);
});

test('what was retracted leaves the ranking, and a new half-year begins with ten', async () => {
  await database.db.finding.update({
    where: { id: second?.id ?? '' },
    data: { retractedAt: new Date(), retractedReason: 'The data were miscoded' },
  });
  expect((await rows(who.member)).join()).not.toContain('Found in the books');
  const period = isoDay(periodOf(new Date()));
  await moveClock('184 days');
  expect((await ranking(who.member)).text).toContain('You have 10 of 10 votes left');
  const before = await ranking(who.member, period);
  expect(before.text).toContain('Found at the ports');
  expect(before.text).not.toContain('change');
  await expect(database.db.findingVote.updateMany({ data: { votes: 1 } })).rejects.toThrow(/VotingIsOver/);
});
