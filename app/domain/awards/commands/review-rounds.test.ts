import { beforeAll, describe, expect, test } from 'vitest';
import { countingQueries } from '~/platform/db.server';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { makeExpert } from '../../../../tests/support/factories/bids';
import { makeWall } from '../../../../tests/support/factories/panels';
import { actorFor } from '../../../../tests/support/factories/people';
import { joinTeam } from '../../../../tests/support/factories/question-cast';
import { done, ending } from '../../../../tests/support/outcome';
import type { Person } from '../../actor';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { addDays, isoDay, ukDay } from '../../uk-time';
import { deliverablePage } from '../queries/deliverable-page.server';
import { reviewRoundPage } from '../queries/review-round-page.server';
import { acceptDeliverable } from './accept-deliverable.server';
import { deliver } from './deliver.server';
import { openReviewRound } from './open-review-round.server';
import { returnDeliverable } from './return-deliverable.server';
import { reviewDeliverable } from './review-deliverable.server';

const store = useDatabase();
let made: Awaited<ReturnType<typeof makeAward>>;
let work: string;
let today: Date;
const now = (id: string) => actorFor(id);
const author = () => now(made.panel.author.id);
const owner = () => now(made.panel.owner.id);
const lead = () => now(made.first.leadId);
const evaluator = (i: 0 | 1) => now(made.panel.evaluators[i].id);
const open = async (actor: Person, reviewers: unknown, over: object = {}) =>
  ending(
    await run(openReviewRound, actor, {
      reference: work,
      reviewers,
      dueOn: isoDay(addDays(today, 5)),
      ...over,
    }),
  );
const review = async (actor: Person, decision?: string) =>
  ending(await run(reviewDeliverable, actor, { reference: work, note: `Of ${actor.name}.`, decision }));
const accept = async (actor: Person) => ending(await run(acceptDeliverable, actor, { reference: work }));
const row = () => store.db.deliverable.findUniqueOrThrow({ where: { reference: work } });
const named = () => made.panel.evaluators.map(({ reference }) => reference);
const hand = async () =>
  done(
    await run(deliver, await lead(), {
      reference: made.award.reference,
      position: 1,
      title: 'Final report',
      summary: 'Yes.',
      limits: '',
    }),
  ).reference;

beforeAll(async () => {
  made = await makeAward({ state: 'inDelivery' });
  today = ukDay((await lead()).asOf);
  work = await hand();
});

describe('a round of review', () => {
  test('is opened by those who run the award, of one to ten people of the panel and the team', async () => {
    for (const actor of [await lead(), await evaluator(0), made.panel.budgetHolder])
      expect(await open(actor, named())).toBe('denied');
    expect(await open(await now(made.second.leadId), named())).toBe('hidden');
    const by = await author();
    const [first] = named();
    const outsider = (await makeExpert()).reference;
    const winner = (await lead()).reference;
    for (const reviewers of [[], '', outsider, winner, [first, outsider], [winner, first]])
      expect(await open(by, reviewers)).toBe('ReviewersAreWrong');
    expect(await open(by, ['not a reference'])).toBe('invalid');
    expect(await open(by, named(), { dueOn: isoDay(addDays(today, -1)) })).toBe('DayIsPast');
    expect(await store.db.reviewRound.count()).toBe(0);
  });

  test('asks nobody behind a wall', async () => {
    const conflicted = await joinTeam(made.question.asking.teamId, ['author']);
    const mate = await joinTeam(made.question.asking.teamId, ['author']);
    const possible = async () =>
      (await ask(reviewRoundPage, await author(), { reference: work }))?.people.map(
        ({ reference }) => reference,
      );
    expect(await possible()).toEqual(expect.arrayContaining([conflicted.reference, mate.reference]));
    await makeWall(made.question.id, conflicted.id, made.first.id);
    await makeWall(made.question.id, mate.id, made.second.id);
    expect(await possible()).not.toContain(conflicted.reference);
    expect(await possible()).toContain(mate.reference);
    expect(await open(await author(), [conflicted.reference])).toBe('ReviewersAreWrong');
  });

  test('runs once, even opened twice at once, and counts a name ticked twice as one', async () => {
    const by = [await author(), await owner()];
    const both = await Promise.all(by.map((actor) => open(actor, [...named(), ...named()])));
    expect(both.sort()).toEqual(['RoundIsRunning', 'done']);
    const rounds = await store.db.reviewRound.findMany({ include: { reviews: true } });
    expect(rounds.map(({ number, reviews }) => [number, reviews.length])).toEqual([[1, 2]]);
    const page = await ask(reviewRoundPage, await author(), { reference: work });
    expect(page).toMatchObject({ opens: false, people: [], number: 2 });
  });

  test('is answered by the named alone, each once with a decision; the last one makes it reviewed', async () => {
    expect(await review(await author(), 'accept')).toBe('OthersReview');
    expect(await review(await lead(), 'accept')).toBe('denied');
    expect(await review(await evaluator(0))).toBe('DecisionIsMissing');
    expect(await review(await evaluator(0), 'perhaps')).toBe('invalid');
    expect(await review(await evaluator(0), 'return')).toBe('done');
    expect(await review(await evaluator(0), 'accept')).toBe('OthersReview');
    expect((await row()).reviewedAt).toBeNull();
    expect(await accept(await owner())).toBe('DeliverableIsNotReviewed');
    const facts = async () =>
      (
        await store.db.fact.findMany({
          where: { name: { in: ['ReviewWasGiven', 'DeliverableWasReviewed'] } },
          orderBy: { number: 'asc' },
        })
      ).map(({ name }) => name);
    expect(await facts()).toEqual(['ReviewWasGiven']);
    const twice = await Promise.all([1, 2].map(async () => review(await evaluator(1), 'accept')));
    expect(twice.filter((one) => one === 'done')).toHaveLength(1);
    expect(await facts()).toEqual(['ReviewWasGiven', 'DeliverableWasReviewed']);
    expect((await row()).reviewedAt).not.toBeNull();
  });

  test('with one who would return it stops the sign-off until another round', async () => {
    expect(await accept(await owner())).toBe('ReviewersReturnIt');
    expect(await open(await author(), [named()[1]])).toBe('done');
    const again = await row();
    expect([again.reviewedAt, again.reviewedById, again.reviewNote]).toEqual([null, null, null]);
    expect(await accept(await owner())).toBe('DeliverableIsNotReviewed');
    expect(await review(await evaluator(0), 'accept')).toBe('OthersReview');
  });

  test('that is late says so to both sides, and is still answered', async () => {
    const rounds = async (actor: Person) =>
      (await ask(deliverablePage, actor, { reference: work }))?.rounds.map(({ late }) => late);
    expect(await rounds(await lead())).toEqual([false, false]);
    await moveClock('7 days');
    expect(await rounds(await lead())).toEqual([false, true]);
    expect(await rounds(await author())).toEqual([false, true]);
    expect(await review(await evaluator(1), 'acceptWithChanges')).toBe('done');
    expect(await rounds(await author())).toEqual([false, false]);
  });

  test('whose day has passed gives way to another, so that nobody who left holds it up', async () => {
    const dueOn = (days: number) => ({ dueOn: isoDay(addDays(today, days)) });
    expect(await open(await author(), named(), dueOn(8))).toBe('done');
    expect(await open(await author(), [named()[0]], dueOn(9))).toBe('RoundIsRunning');
    await moveClock('2 days');
    expect(await ask(reviewRoundPage, await author(), { reference: work })).toMatchObject({ opens: true });
    expect(await open(await author(), [named()[0]], dueOn(15))).toBe('done');
    expect(await review(await evaluator(1), 'accept')).toBe('OthersReview');
    expect(await review(await evaluator(0), 'accept')).toBe('done');
    expect((await row()).reviewedAt).not.toBeNull();
    const shown = await ask(deliverablePage, await lead(), { reference: work });
    expect(shown?.rounds.map(({ late }) => late)).not.toContain(true);
  });

  test('leaves reviews that nobody rewrites', async () => {
    const { db } = store;
    for (const data of [{ comment: 'Other' }, { decision: 'accept' }, { decision: null, givenAt: null }])
      await expect(db.review.updateMany({ data })).rejects.toThrow(/ReviewIsGiven/);
    await expect(db.review.deleteMany({})).rejects.toThrow(/ReviewIsGiven/);
    const round = await db.reviewRound.findFirstOrThrow({});
    const half = { roundId: round.id, reviewerId: made.panel.author.id };
    await expect(db.review.create({ data: { ...half, decision: 'accept' } })).rejects.toThrow(/review_whole/);
    const silent = { ...half, decision: 'accept', givenAt: new Date(), comment: ' ' };
    await expect(db.review.create({ data: silent })).rejects.toThrow(/review_whole/);
  });

  test('can be of the owner, who then does not sign off what they reviewed', async () => {
    expect(
      await open(await author(), [made.panel.owner.reference], { dueOn: isoDay(addDays(today, 20)) }),
    ).toBe('done');
    expect(await review(await owner(), 'accept')).toBe('done');
    expect(await accept(await owner())).toBe('ReviewerCannotSignOff');
    expect(await accept(await author())).toBe('done');
    expect(await open(await author(), named(), { dueOn: isoDay(addDays(today, 20)) })).toBe(
      'DeliverableIsDecided',
    );
    expect(await review(await evaluator(0), 'accept')).toBe('DeliverableIsDecided');
  });
});

describe('what was returned in the middle of a round', () => {
  test('is reviewed no more, and what follows it starts without a round', async () => {
    const other = await makeAward({ state: 'inDelivery' });
    made = other;
    work = await hand();
    const dueOn = isoDay(addDays(today, 20));
    expect(await open(await author(), named(), { dueOn })).toBe('done');
    done(
      await run(returnDeliverable, await owner(), { reference: work, reason: 'The methods are missing.' }),
    );
    expect(await review(await evaluator(0), 'accept')).toBe('DeliverableIsDecided');
    expect(await open(await author(), named(), { dueOn })).toBe('DeliverableIsDecided');
    work = await hand();
    const page = await ask(reviewRoundPage, await author(), { reference: work });
    expect(page).toMatchObject({ number: 1, opens: true });
    expect(await review(await evaluator(0))).toBe('done');
    expect(await accept(await owner())).toBe('done');
  });

  test('the page of a round is for the two sides, and asks few queries', async () => {
    for (const [actor, opens] of [
      [await author(), false],
      [await lead(), false],
    ] as const)
      expect(await ask(reviewRoundPage, actor, { reference: work })).toMatchObject({ opens, people: [] });
    expect(await ask(reviewRoundPage, await now(made.second.leadId), { reference: work })).toBeNull();
    const by = await author();
    const { queries } = await countingQueries(() => ask(reviewRoundPage, by, { reference: work }));
    expect(queries).toBeLessThanOrEqual(8);
  });
});
