import { beforeAll, expect, test } from 'vitest';
import { mergeRows } from '~/domain/curation/same-person/merge-rows.server';
import { lookingForConflicts } from '~/domain/evaluation/interests/conflicts/look-after-facts.server';
import { newReference } from '~/domain/new-reference.server';
import { noticeRules } from '~/domain/notifications/rules/all.server';
import { eraseRows } from '~/domain/people/erasure.server';
import { newId } from '~/platform/ids.server';
import { useDatabase } from '../support/database';
import { makeCompetition } from '../support/factories/competitions';
import { makeWall } from '../support/factories/panels';
import { makePerson } from '../support/factories/people';
import { makeSharedWork } from '../support/factories/shared-works';

const store = useDatabase();
let world: Awaited<ReturnType<typeof makeCompetition>>;
beforeAll(async () => {
  world = await makeCompetition({ routeSlug: 'funding-call' });
});

const factOf = (name: string, noun: string, nounId: string) => ({
  ...{ id: newId(), position: '1', name, actorId: null, noun, nounId, at: new Date(), data: {} },
});
const react = (name: string, nounId: string) => lookingForConflicts.react(factOf(name, 'any', nounId));
const suspected = async () =>
  (await store.db.conflict.findMany({ orderBy: { suspectedAt: 'asc' } })).map(({ personId }) => personId);
const told = async () => {
  const rule = noticeRules.find(({ kind }) => kind === 'ConflictsWereSuspected');
  const notice = await rule?.tell({
    db: store.db,
    fact: factOf('ConflictsWereSuspected', 'question', world.question.id),
  });
  return notice?.personIds;
};

test('conflicts are looked for after what may make one, once, and told to those without one', async () => {
  const { question, panel, first, second } = world;
  const coordinator = await makePerson({ roles: ['coordinator'] });
  const [one] = panel.evaluators;
  await makeSharedWork('Ports', [one.id, first.leadId]);
  await react('BidsWereOpened', question.id);
  await react('BidsWereOpened', question.id);
  expect(await suspected()).toEqual([one.id]);
  expect(await store.db.fact.count({ where: { name: 'ConflictsWereSuspected' } })).toBe(1);
  expect(await told()).toEqual([panel.owner.id, panel.moderator.id, coordinator.id]);
  await makeSharedWork('Borders', [panel.moderator.id, second.leadId]);
  await react('AffiliationWasClaimed', (await makePerson()).id);
  expect(await suspected()).toEqual([one.id]);
  await react('OwnWorksWereChosen', second.leadId);
  expect(await suspected()).toEqual([one.id, panel.moderator.id]);
  expect(await told()).toEqual([panel.owner.id, coordinator.id]);
});

test('nothing is looked for once the question is decided', async () => {
  const { question, panel, first } = await makeCompetition();
  await store.db.question.update({
    where: { id: question.id },
    data: { decidedAt: new Date(), outcome: 'noneSuitable' },
  });
  await makeSharedWork('Late', [panel.evaluators[0].id, first.leadId]);
  await react('BidsWereOpened', question.id);
  expect(await store.db.conflict.count({ where: { questionId: question.id } })).toBe(0);
});

const entry = (personId: string, aboutName: string) => ({
  ...{ id: newId(), reference: newReference(), personId, aboutName, kind: 'family' as const },
  addedAt: new Date(),
});

test('an account that becomes part of another brings its register and its walls along', async () => {
  const [kept, merged] = [await makePerson(), await makePerson()];
  await makeWall(world.question.id, merged.id, world.first.id);
  await store.db.registeredInterest.createMany({
    data: [entry(merged.id, 'Both'), entry(merged.id, 'Brought'), entry(kept.id, 'both')],
  });
  await store.db.$transaction((tx) =>
    mergeRows(tx, { keptId: kept.id, mergedId: merged.id, now: new Date() }),
  );
  expect(await store.db.wall.findMany({ where: { personId: kept.id } })).toMatchObject([
    { bidId: world.first.id, liftedAt: null },
  ]);
  const entries = await store.db.registeredInterest.findMany({ where: { personId: kept.id, endedAt: null } });
  expect(entries.map(({ aboutName }) => aboutName).sort()).toEqual(['Brought', 'both']);
});

test('an erased person leaves no register behind', async () => {
  const { id: personId } = await makePerson();
  await store.db.registeredInterest.create({ data: entry(personId, 'Somebody') });
  await store.db.interestConfirmation.create({ data: { personId, confirmedAt: new Date(), entries: 1 } });
  await store.db.$transaction((tx) => eraseRows(tx, personId, new Date(), new Date()));
  expect(await store.db.registeredInterest.count({ where: { personId } })).toBe(0);
  expect(await store.db.interestConfirmation.count({ where: { personId } })).toBe(0);
});

test('what was suspected or decided is never deleted, nor decided by the person themselves', async () => {
  const conflict = await store.db.conflict.findFirstOrThrow();
  await expect(store.db.conflict.delete({ where: { id: conflict.id } })).rejects.toThrow('EvaluationIsKept');
  const own = { confirmedAt: new Date(), decidedById: conflict.personId, decisionReason: 'x' };
  await expect(store.db.conflict.update({ where: { id: conflict.id }, data: own })).rejects.toThrow(
    'conflict_decided_by_another',
  );
  const { id: _id, reference: _reference, ...row } = conflict;
  await expect(
    store.db.conflict.create({ data: { ...row, id: newId(), reference: newReference() } }),
  ).rejects.toThrow();
});
