import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { joinBid } from '../../../../tests/support/factories/bids';
import { makeWall } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { newId } from '~/platform/ids.server';
import { newReference } from '../../new-reference.server';
import { pages } from '../addresses';
import { publicationNotices } from './publication-notices.server';

const store = useDatabase();
const HOUR = new Date('2026-11-20T09:00:00Z');
let made: Awaited<ReturnType<typeof makeAward>>;
let work: { id: string; reference: string; title: string };
const rounds: Record<string, string> = {};
const ids: Record<string, string> = {};
const nameOf = (id: string) => Object.keys(ids).find((name) => ids[name] === id) ?? id;
const idOf = (name: string) => ids[name] ?? '';

/** A round of review; those who gave theirs are marked. */
async function openRound(number: number, reviewers: Record<string, 'waits' | 'gave'>) {
  const id = newId();
  await store.db.reviewRound.create({
    data: {
      ...{ id, deliverableId: work.id, number, dueOn: HOUR, openedAt: HOUR, openedById: idOf('author') },
      reviews: { create: Object.keys(reviewers).map((name) => ({ reviewerId: idOf(name) })) },
    },
  });
  for (const [name, state] of Object.entries(reviewers))
    if (state === 'gave')
      await store.db.review.update({
        where: { roundId_reviewerId: { roundId: id, reviewerId: idOf(name) } },
        data: { decision: 'accept', comment: 'Secret praise.', givenAt: HOUR },
      });
  return id;
}

beforeAll(async () => {
  made = await makeAward({ state: 'inDelivery' });
  const { panel, first, second, award, question } = made;
  Object.assign(ids, { author: panel.author.id, owner: panel.owner.id, holder: panel.budgetHolder.id });
  Object.assign(ids, { ada: panel.evaluators[0].id, ben: panel.evaluators[1].id });
  Object.assign(ids, { lead: first.leadId, rival: second.leadId });
  ids['partner'] = await joinBid(first.id, { role: 'partner' });
  for (const name of ['walled from the bid', 'walled from another', 'walled author', 'moderator'])
    ids[name] = (await makePerson()).id;
  await store.db.teamMembership.create({
    data: {
      ...{ id: newId(), teamId: question.asking.teamId, personId: idOf('walled author') },
      ...{ roles: ['author'], startsAt: HOUR },
    },
  });
  await makeWall(question.id, idOf('walled author'), first.id);
  await makeWall(question.id, idOf('walled from the bid'), first.id);
  await makeWall(question.id, idOf('walled from another'), second.id);
  const milestone = await store.db.milestone.findFirstOrThrow({ where: { awardId: award.id } });
  const row = { id: newId(), reference: newReference(), milestoneId: milestone.id, title: 'Final\nreport' };
  const handed = { summary: 'Secret findings.', deliveredAt: HOUR, deliveredById: first.leadId };
  work = await store.db.deliverable.create({ data: { ...row, ...handed } });
  rounds['first'] = await openRound(1, {
    ...{ ada: 'waits', ben: 'gave' },
    ...{ 'walled from the bid': 'waits', 'walled from another': 'waits' },
  } as const);
  rounds['second'] = await openRound(2, { ben: 'waits' });
  rounds['done'] = await openRound(3, { ada: 'gave' });
});

async function told(name: string, data: Record<string, string> = {}, nounId = work.id) {
  const fact = {
    ...{ id: newId(), position: '1', name, actorId: null, noun: 'deliverable', nounId },
    ...{ at: HOUR, data },
  };
  const [rule, ...more] = publicationNotices.filter((one) => one.fact === name);
  expect(more).toEqual([]);
  const said = await rule?.tell({ db: store.db, fact });
  return said ? { ...said, people: said.personIds.map(nameOf).sort() } : null;
}
const inRound = (round: string) => ({ roundId: rounds[round] ?? '' });

const ASKERS = ['author', 'owner'];
const WINNERS = ['lead', 'partner'];

describe('who is told', () => {
  test('a round is told to those it waits for, but to nobody behind a wall for the bid that won', async () => {
    const people = async (round: string) => (await told('ReviewRoundWasOpened', inRound(round)))?.people;
    expect(await people('first')).toEqual(['ada', 'walled from another']);
    expect(await people('second')).toEqual(['ben']);
    expect(await people('done')).toEqual([]);
    expect((await told('ReviewRoundWasOpened'))?.people).toEqual([]);
  });

  test('a late review to those who are late and to the team, never to the winner', async () => {
    expect((await told('ReviewIsLate', inRound('first')))?.people).toEqual(
      [...ASKERS, 'ada', 'walled from another'].sort(),
    );
    expect((await told('ReviewIsLate', inRound('done')))?.people).toEqual(ASKERS);
  });

  test('a review that came in, to the team alone', async () => {
    expect((await told('ReviewWasGiven', inRound('first')))?.people).toEqual(ASKERS);
  });

  test.each([
    'PublicationWasHeld',
    'PublicationHoldWasLifted',
    'PublicationHoldHasEnded',
    'DeliverableWasReleased',
  ])('%s, to both sides', async (name) => {
    expect((await told(name))?.people).toEqual([...ASKERS, ...WINNERS].sort());
  });

  test('who is on both lists is told once', async () => {
    const round = await openRound(4, { author: 'waits' });
    expect((await told('ReviewIsLate', { roundId: round }))?.people).toEqual(ASKERS);
  });

  test('what is not there tells nobody', async () => {
    for (const { fact } of publicationNotices) expect(await told(fact, {}, newId())).toBeNull();
  });
});

describe('what is said', () => {
  test('every notice names the work and nothing that stands in it, in a review or in a hold', async () => {
    for (const { fact } of publicationNotices) {
      const said = await told(fact, { ...inRound('first'), words: 'Secret reason', reason: 'quality' });
      expect(said?.subject).toContain(work.title);
      expect(`${said?.subject} ${said?.body}`).not.toMatch(/Secret|quality/);
      expect(said?.people).not.toContain('rival');
      expect(said?.people).not.toContain('walled author');
    }
  });

  test('reviews lead to the work, the clock to its page', async () => {
    const pathOf = async (name: string) => (await told(name, inRound('first')))?.path;
    for (const name of ['ReviewRoundWasOpened', 'ReviewIsLate', 'ReviewWasGiven'])
      expect(await pathOf(name)).toBe(pages.deliverable(work.reference));
    for (const { fact } of publicationNotices.filter(({ fact: name }) => !name.startsWith('Review')))
      expect(await pathOf(fact)).toBe(pages.publication(work.reference));
  });
});
