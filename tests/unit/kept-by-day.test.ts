import { expect, test } from 'vitest';
import { eraseRows } from '~/domain/people/erasure.server';
import { moveClock, useDatabase } from '../support/database';
import { makeExpertOn } from '../support/factories/experts';
import { makeFinding } from '../support/factories/findings';
import { makeMeasure } from '../support/factories/measures';
import { makeLine } from '../support/factories/money';
import { makeOrganisation, makePerson } from '../support/factories/people';
import { makePrioritySet } from '../support/factories/priorities';
import { makeAskingTeam } from '../support/factories/questions';
import { makeTerm } from '../support/factories/terms';

const store = useDatabase();
const spansOf = (personId: string) =>
  store.db.expertSpan.findMany({ where: { personId }, orderBy: { id: 'asc' } });

test('what an installation began with stands for all before; then every change is kept, and stays', async () => {
  const [term, other] = [await makeTerm(), await makeTerm()];
  const organisation = await makeOrganisation({ name: 'First name' });
  const { teamId } = await makeAskingTeam({ organisationId: organisation.id });
  const { id: prioritySetId } = await makePrioritySet({ kind: 'threat', names: ['Ports'] });
  const expert = await makeExpertOn([term.id]);
  const coordinator = await makePerson({ roles: ['coordinator'] });
  const listed = (value: boolean) =>
    store.db.expertProfile.update({ where: { personId: expert.id }, data: { listed: value } });
  const change = async (name: string) => {
    await store.db.organisation.update({ where: { id: organisation.id }, data: { name } });
    await store.db.team.update({ where: { id: teamId }, data: { name } });
    const owned = { ownerOrganisationId: name === 'Second' ? organisation.id : null };
    await store.db.prioritySet.update({ where: { id: prioritySetId }, data: owned });
    await store.db.term.update({
      where: { id: term.id },
      data: { retiredAt: new Date(), retiredReason: name },
    });
    await makeLine({ recordedById: coordinator.id, organisationId: organisation.id, pounds: 5 });
  };
  const kept = async () => [
    await store.db.organisationBefore.count(),
    await store.db.termBefore.count(),
    await store.db.moneyChange.count(),
  ];

  await change('Second');
  await listed(false);
  await listed(true);
  expect(await kept()).toEqual([0, 0, 0]);
  expect(await spansOf(expert.id)).toMatchObject([{ termIds: [term.id], heldFrom: null, heldUntil: null }]);

  const measure = await makeMeasure({ createdById: coordinator.id, name: 'Cases' });
  expect(await store.db.measureBefore.count()).toBe(0);
  await moveClock('2 days');
  await change('Third');
  await store.db.measure.update({ where: { id: measure.id }, data: { name: 'Cases closed' } });
  expect(await store.db.measureBefore.findMany()).toMatchObject([{ name: 'Cases', state: 'pilot' }]);
  expect(await kept()).toEqual([3, 1, 1]);
  const before = await store.db.organisationBefore.findMany({ orderBy: { id: 'asc' } });
  expect(before).toMatchObject([
    { organisationId: organisation.id, name: 'Second', kind: organisation.kind, ofId: null },
    { teamId, name: 'Second', ofId: organisation.id },
    { prioritySetId, name: null, ofId: organisation.id },
  ]);
  expect(await store.db.termBefore.findFirst()).toMatchObject({ termId: term.id, retiredReason: 'Second' });

  await store.db.$transaction(async (tx) => {
    await tx.expertTerm.deleteMany({ where: { personId: expert.id } });
    await tx.expertTerm.createMany({ data: [{ personId: expert.id, termId: other.id }] });
  });
  await listed(false);
  const spans = await spansOf(expert.id);
  expect(spans.map(({ termIds }) => termIds)).toEqual([[term.id], [other.id]]);
  expect(spans.every(({ heldUntil }) => heldUntil !== null)).toBe(true);

  for (const table of ['organisation_before', 'term_before', 'money_change', 'measure_before'])
    for (const deed of [`UPDATE ${table} SET id = id`, `DELETE FROM ${table}`])
      await expect(store.db.$executeRawUnsafe(deed), deed).rejects.toThrow(/RowIsKept/);
});

test('spans of one thing do not overlap, and no span ends before it begins', async () => {
  const [{ id: personId }, { id: findingId }] = [await makeExpertOn([]), await makeFinding({})];
  const span = { personId, termIds: [], derivedIds: [], availability: 'available' as const };
  await expect(store.db.expertSpan.create({ data: span })).rejects.toThrow(/Unique constraint/);
  const [heldFrom, heldUntil] = [new Date('2026-01-02'), new Date('2026-01-01')];
  await expect(store.db.expertSpan.create({ data: { ...span, heldFrom, heldUntil } })).rejects.toThrow(
    /check/,
  );
  const relevance = { findingId, level: 3 };
  await store.db.relevanceSpan.create({ data: relevance });
  await expect(store.db.relevanceSpan.create({ data: relevance })).rejects.toThrow(/Unique constraint/);
  await expect(
    store.db.relevanceSpan.create({ data: { ...relevance, level: 6, heldUntil } }),
  ).rejects.toThrow(/check/);
});

test('of somebody erased it stays how many there were, and not who', async () => {
  const term = await makeTerm();
  const { id } = await makeExpertOn([term.id]);
  await moveClock('2 days');
  const now = new Date();
  await store.db.$transaction((tx) => eraseRows(tx, id, now, now));
  expect(await spansOf(id)).toEqual([]);
  const left = await store.db.expertSpan.findMany({ where: { termIds: { has: term.id } } });
  expect(left).toMatchObject([{ personId: null }]);
  expect(left[0]?.heldUntil).not.toBeNull();
});

test('somebody suspended is no expert until they are back', async () => {
  const { id } = await makeExpertOn([]);
  await store.db.person.update({ where: { id }, data: { suspendedAt: new Date() } });
  expect((await spansOf(id)).filter(({ heldUntil }) => heldUntil === null)).toEqual([]);
  await store.db.person.update({ where: { id }, data: { suspendedAt: null } });
  expect((await spansOf(id)).filter(({ heldUntil }) => heldUntil === null)).toHaveLength(1);
});
