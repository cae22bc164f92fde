import { beforeAll, describe, expect, test } from 'vitest';
import { newReference } from '~/domain/new-reference.server';
import { newId } from '~/platform/ids.server';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { makeCompetition } from '../../../../tests/support/factories/competitions';
import { makeWall } from '../../../../tests/support/factories/panels';
import { makePerson, visitor } from '../../../../tests/support/factories/people';
import { toldOf } from '../../../../tests/support/told';
import type { FactDraft } from '../../fact';
import { recordFacts } from '../../fact-record.server';
import { pages } from '../addresses';

const store = useDatabase();

let world: Awaited<ReturnType<typeof makeCompetition>>;
let coordinator: string;
beforeAll(async () => {
  world = await makeCompetition({ routeSlug: 'funding-call' });
  coordinator = (await makePerson({ roles: ['coordinator'] })).id;
});

const tellOf = async (name: string, noun: FactDraft['noun'], nounId: string, data = {}) => {
  await store.db.$transaction((tx) =>
    recordFacts(tx, { actor: visitor(), now: new Date(), command: 'test' }, [{ name, noun, nounId, data }]),
  );
  return toldOf(name, nounId);
};
const tell = (name: string, data = {}) => tellOf(name, 'question', world.question.id, data);
const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour));

describe('what was found or decided about a conflict', () => {
  test.each([
    ['ConflictWasConfirmed', 'A conflict was confirmed', () => pages.ownInterests()],
    ['ConflictWasLifted', 'A conflict was lifted', () => pages.ownInterests()],
    [
      'InterestWasDismissed',
      'Your declaration was considered',
      () => pages.evaluation(world.question.reference),
    ],
  ])('%s is told to the person alone', async (name, subject, path) => {
    const personId = world.panel.evaluators[0].id;
    expect(await tell(name, { personId, kind: 'coAuthor' })).toEqual({
      people: [personId],
      subjects: [`${subject}: ${world.question.title}`],
      paths: [path()],
    });
  });

  test('is told to the person even from behind the wall, where its page can be read', async () => {
    const personId = (await makePerson()).id;
    await makeWall(world.question.id, personId);
    const told = await tell('ConflictWasConfirmed', { personId });
    expect([told.people, told.paths]).toEqual([[personId], [pages.ownInterests()]]);
  });

  test.each(['SuspicionWasDismissed', 'ConflictsWereLookedFor'])('%s is told to nobody', async (name) => {
    expect((await tell(name, { personId: world.panel.owner.id })).people).toEqual([]);
  });
});

describe('new suspicions', () => {
  const suspected = async () => (await tell('ConflictsWereSuspected', { count: 2 })).people;
  const own = (personId: string, over: object) =>
    store.db.conflict.create({
      data: {
        ...{ id: newId(), reference: newReference(), questionId: world.question.id, personId },
        ...{ bidId: world.first.id, kind: 'coAuthor' as const },
        ...over,
      },
    });

  test('are told to those who decide, without how many, whose, or against whom', async () => {
    const { owner, moderator, evaluators } = world.panel;
    const told = await tell('ConflictsWereSuspected', { count: 2 });
    expect(told.people).toEqual([owner.id, moderator.id, coordinator].sort());
    expect(told.paths).toEqual([pages.conflicts(world.question.reference)]);
    const notices = await store.db.notice.findMany({ where: { path: told.paths[0] ?? '' } });
    for (const { subject, body } of notices)
      for (const name of [...evaluators.map((one) => one.name), 'firstmark'])
        expect(`${subject} ${body}`).not.toContain(name);
  });

  test('reach nobody who may have a conflict of their own, and whoever’s was dismissed', async () => {
    const cases: [string, object, boolean][] = [
      ['suspected', { suspectedAt: at(1) }, false],
      ['declared', { declaredAt: at(1) }, false],
      ['confirmed', { suspectedAt: at(1), confirmedAt: at(2) }, false],
      ['dismissed', { suspectedAt: at(1), dismissedAt: at(2) }, true],
      ['raised again', { suspectedAt: at(3), dismissedAt: at(2) }, false],
      ['declared after a dismissal', { declaredAt: at(3), dismissedAt: at(2) }, false],
    ];
    const ids = new Map<string, string>();
    for (const [name, stamps] of cases) {
      const { id } = await makePerson({ roles: ['coordinator'] });
      const decided = 'confirmedAt' in stamps || 'dismissedAt' in stamps;
      const by = decided ? { decidedById: coordinator, decisionReason: 'Looked at' } : {};
      await own(id, { ...stamps, ...by });
      ids.set(name, id);
    }
    const told = await suspected();
    const reached = cases.map(([name]) => [name, told.includes(ids.get(name) ?? '')]);
    expect(reached).toEqual(cases.map(([name, , expected]) => [name, expected]));
  });

  test('reach nobody behind a wall around the whole competition', async () => {
    await makeWall(world.question.id, coordinator);
    expect(await suspected()).not.toContain(coordinator);
  });
});

test('a reviewer with a conflict about the winning bid is asked for no review, nor reminded of one', async () => {
  const made = await makeAward({ state: 'inDelivery', routeSlug: 'funding-call' });
  const [free, walled] = made.panel.evaluators;
  const milestone = await store.db.milestone.findFirstOrThrow({ where: { awardId: made.award.id } });
  const { decidedAt: now } = made.award;
  const work = await store.db.deliverable.create({
    data: {
      ...{ id: newId(), reference: newReference(), milestoneId: milestone.id, title: 'Final' },
      ...{ summary: 'Found.', deliveredAt: now, deliveredById: made.first.leadId },
    },
  });
  const round = await store.db.reviewRound.create({
    data: {
      ...{ id: newId(), deliverableId: work.id, number: 1, dueOn: now, openedAt: now },
      openedById: made.panel.author.id,
      reviews: { create: [free, walled].map(({ id }) => ({ reviewerId: id })) },
    },
  });
  await makeWall(made.question.id, walled.id, made.first.id);
  await makeWall(made.question.id, free.id, made.second.id);
  for (const name of ['ReviewRoundWasOpened', 'ReviewIsLate']) {
    const { people, paths } = await tellOf(name, 'deliverable', work.id, { roundId: round.id });
    expect([name, people.includes(free.id), people.includes(walled.id)]).toEqual([name, true, false]);
    expect(paths).toEqual([pages.deliverable(work.reference)]);
  }
});
