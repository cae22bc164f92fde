import { describe, expect, it } from 'vitest';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { doneValue, makeBid, makeExpert, openQuestion } from '../../../../tests/support/factories/bids';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion, type RouteSlug } from '../../../../tests/support/factories/questions';
import { run } from '../../command.server';
import { newId } from '~/platform/ids.server';
import { openPrices } from '../opening.server';
import { openedPrice, openedQuality, openedTotals } from '../sealing/opened-content.server';
import { confirmOpening } from './confirm-opening.server';
import { excludeBid } from './exclude-bid.server';
import { nameOpenerDeputy } from './name-opener-deputy.server';

const test = useDatabase();

async function closedQuestion(routeSlug: RouteSlug, bids = 1) {
  const question = await makeQuestion({ routeSlug, closesInDays: 1 });
  const made = [];
  for (let count = 0; count < bids; count++) made.push(await makeBid({ question, pounds: 50_000 + count }));
  const { asking } = question;
  await test.db.panelMembership.create({
    data: {
      questionId: question.id,
      personId: asking.moderatorId,
      role: 'moderator',
      appointedById: asking.ownerId,
      appointedAt: new Date('2026-11-01'),
    },
  });
  const close = () => moveClock('25 hours');
  const confirm = async (personId: string, capacity: string) =>
    run(confirmOpening, await actorFor(personId), { reference: question.reference, capacity });
  return { question, bids: made, first: made[0]?.id ?? '', asking, close, confirm };
}

describe('opening on an ordinary route', () => {
  it('takes one opener and the deadline, and then every standing bid can be read', async () => {
    const { question, bids, first, asking, close, confirm } = await closedQuestion('commissioned-study', 2);
    expect((await confirm(asking.moderatorId, 'moderator')).kind).toBe('denied');
    const denied = await test.db.fact.findFirst({ where: { name: 'AttemptWasDenied', nounId: question.id } });
    expect(denied?.actorId).toBe(asking.moderatorId);
    expect(await openedQuality(test.db, first)).toBeNull();
    await close();
    expect(doneValue(await confirm(asking.moderatorId, 'moderator'))).toMatchObject({ opened: true });
    for (const bid of bids) {
      expect(await openedQuality(test.db, bid.id)).toEqual(bid.content.quality);
    }
    const fact = await test.db.fact.findFirstOrThrow({
      where: { name: 'BidsWereOpened', nounId: question.id },
    });
    expect(fact.data).toMatchObject({ bids: 2 });
    expect(await confirm(asking.budgetHolderId, 'budgetHolder')).toMatchObject({
      refusal: { name: 'BidsAreOpen' },
    });
  });

  it('is never of a draft, even where the closing day that it names has passed', async () => {
    const question = await makeQuestion({ state: 'draft', data: { closesAt: new Date('2026-01-05') } });
    const actor = await actorFor(question.asking.budgetHolderId);
    const asked = { reference: question.reference, capacity: 'budgetHolder' };
    expect((await run(confirmOpening, actor, asked)).kind).toBe('denied');
    expect((await test.db.question.findUniqueOrThrow({ where: { id: question.id } })).openedAt).toBeNull();
  });

  it('is for openers alone: denied to the team, hidden from who may not know the question', async () => {
    const { asking, close, confirm, question } = await closedQuestion('commissioned-study');
    await close();
    expect((await confirm(asking.authorId, 'moderator')).kind).toBe('denied');
    expect((await confirm(asking.moderatorId, 'budgetHolder')).kind).toBe('refused');
    await test.db.question.update({ where: { id: question.id }, data: { visibility: 'team' } });
    expect((await confirm((await makeExpert()).id, 'moderator')).kind).toBe('hidden');
  });

  it('is hidden from an opener behind a wall', async () => {
    const { asking, close, confirm, question } = await closedQuestion('commissioned-study');
    await close();
    await test.db.wall.create({
      data: {
        id: newId(),
        questionId: question.id,
        personId: asking.moderatorId,
        reason: 'Co-author',
        raisedAt: new Date('2026-11-01'),
      },
    });
    expect((await confirm(asking.moderatorId, 'moderator')).kind).not.toBe('done');
  });
});

describe('opening on a competition', () => {
  it('takes two different people in both capacities, and leaves the price sealed', async () => {
    const { asking, close, confirm, first, bids, question } = await closedQuestion('competition');
    await close();
    expect(doneValue(await confirm(asking.moderatorId, 'moderator'))).toMatchObject({ opened: false });
    expect(await openedQuality(test.db, first)).toBeNull();
    expect(await confirm(asking.moderatorId, 'moderator')).toMatchObject({
      refusal: { name: 'SecondOpenerIsMissing' },
    });
    expect(doneValue(await confirm(asking.budgetHolderId, 'budgetHolder'))).toMatchObject({ opened: true });
    expect((await openedQuality(test.db, first))?.summary).toContain('harbour');
    expect(await openedPrice(test.db, first)).toBeNull();
    expect(await openedTotals(test.db, question.id)).toBeNull();

    const now = new Date();
    await expect(test.db.$transaction((tx) => openPrices(tx, question.id, now))).rejects.toThrow();
    await test.db.question.update({ where: { id: question.id }, data: { qualityAgreedAt: now } });
    const { now: later } = (await test.db.$queryRaw<{ now: Date }[]>`SELECT soundings.now() AS now`)[0] ?? {
      now,
    };
    await test.db.$transaction((tx) => openPrices(tx, question.id, later));
    expect(await openedPrice(test.db, first)).toEqual(bids[0]?.content.price);
    expect(await openedTotals(test.db, question.id)).toEqual(new Map([[first, 5_000_000]]));
  });

  it('does not count one person for two, even in both capacities', async () => {
    const { asking, close, confirm, question, first } = await closedQuestion('competition');
    await test.db.question.update({
      where: { id: question.id },
      data: { budgetHolderId: asking.moderatorId },
    });
    await close();
    expect(doneValue(await confirm(asking.moderatorId, 'moderator')).opened).toBe(false);
    expect((await confirm(asking.moderatorId, 'budgetHolder')).kind).toBe('refused');
    expect(await openedQuality(test.db, first)).toBeNull();
  });

  it('accepts a deputy whom the opener named from the team', async () => {
    const { asking, close, confirm, question } = await closedQuestion('competition');
    const name = async (by: string, person: string, capacity: string) => {
      const { reference } = await test.db.person.findUniqueOrThrow({ where: { id: person } });
      return run(nameOpenerDeputy, await actorFor(by), {
        reference: question.reference,
        capacity,
        person: reference,
      });
    };
    expect((await name(asking.authorId, asking.evaluatorId, 'moderator')).kind).toBe('denied');
    expect(await name(asking.moderatorId, (await makePerson()).id, 'moderator')).toMatchObject({
      refusal: { name: 'DeputyIsUnknown' },
    });
    doneValue(await name(asking.moderatorId, asking.evaluatorId, 'moderator'));
    await close();
    expect(doneValue(await confirm(asking.evaluatorId, 'moderator')).opened).toBe(false);
    expect(doneValue(await confirm(asking.budgetHolderId, 'budgetHolder')).opened).toBe(true);
  });

  it('is held by the database: a key opens neither early nor for one person', async () => {
    const { question, asking } = await closedQuestion('competition');
    const open = () => test.db.$executeRaw`
      UPDATE seal_key SET opened_at = soundings.now() WHERE question_id = ${question.id}::uuid`;
    await expect(open()).rejects.toThrow(/stay sealed until the closing time/);
    await moveClock('25 hours');
    await test.db.openingConfirmation.create({
      data: {
        questionId: question.id,
        personId: asking.moderatorId,
        capacity: 'moderator',
        confirmedAt: new Date(),
      },
    });
    await expect(open()).rejects.toThrow(/Not enough people/);
    await expect(test.db.sealKey.deleteMany({ where: { questionId: question.id } })).rejects.toThrow(
      /never changed/,
    );
  });
});

describe('excluding a bid', () => {
  it('is for the moderator, after opening, with a reason', async () => {
    const { question, bids, asking, close } = await closedQuestion('commissioned-study');
    const reference = bids[0]?.reference ?? '';
    const exclude = async (id: string) =>
      run(excludeBid, await actorFor(id), { reference, reason: 'No data protection statement' });
    expect((await exclude(asking.moderatorId)).kind).toBe('hidden');
    await close();
    await openQuestion(question);
    expect((await exclude(asking.authorId)).kind).toBe('hidden');
    doneValue(await exclude(asking.moderatorId));
    expect(await exclude(asking.moderatorId)).toMatchObject({ refusal: { name: 'BidIsExcluded' } });
  });
});
