import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../../tests/support/database';
import { endGroupOf, makeGroup } from '../../../../../tests/support/factories/groups';
import { actorFor, makeOrganisation, visitor } from '../../../../../tests/support/factories/people';
import { makeReaders, newId, type Readers } from '../../../../../tests/support/factories/readers';
import { done, ending } from '../../../../../tests/support/outcome';
import type { Person } from '../../../actor';
import { run } from '../../../command.server';
import { ask } from '../../../query.server';
import { showReference } from '../../../reference';
import { addGroup } from '../commands/add-group.server';
import { closeGroup } from '../commands/close-group.server';
import { reopenGroup } from '../commands/reopen-group.server';
import { groupChoices } from './group-choices.server';
import { groupCounts } from './group-counts.server';
import { groupPage } from './group-page.server';
import { groups } from './groups.server';

const database = useDatabase();
let who: Readers;
let member: Person;
let coordinator: Person;

beforeAll(async () => {
  who = await makeReaders();
  [member, coordinator] = await Promise.all([actorFor(who.member), actorFor(who.coordinator)]);
});

const names = async (filters: Record<string, unknown>) =>
  (await ask(groups, member, filters))?.rows.map(({ name }) => name);

test('of one name there is one group, however many record it at once', async () => {
  const { reference: chair } = await makeOrganisation();
  const group = {
    ...{ kind: 'governs', name: 'Board of a_b%', purpose: 'P', cadence: 'monthly', chair },
    ...{ openedOn: '2024-01-01', threatAreas: ['illegal-drugs'], strands: ['pursue'], levels: ['national'] },
  };
  const outcomes = await Promise.all([1, 2, 3].map(() => run(addGroup, coordinator, group)));
  expect(outcomes.map(ending).toSorted()).toEqual(['GroupIsKnown', 'GroupIsKnown', 'done']);
  for (const name of ['Board of axbc', '\\']) done(await run(addGroup, coordinator, { ...group, name }));
});

describe('who is answered', () => {
  test.each([
    ['unverified', false],
    ['member', true],
    ['auditor', true],
    ['committee', false],
    ['coordinator', true],
  ] as const)('%s: %s', async (kind, answered) => {
    const { reference } = await makeGroup();
    const actor = await actorFor(who[kind]);
    const answers = [
      await ask(groups, actor, {}),
      await ask(groupChoices, actor, {}),
      await ask(groupCounts, actor, {}),
      await ask(groupPage, actor, { reference }),
    ];
    expect(answers.map((answer) => answer !== null)).toEqual(answers.map(() => answered));
  });

  test('a visitor is told nothing', async () => {
    const { reference } = await makeGroup();
    expect(await ask(groups, visitor(), {})).toBeNull();
    expect(await ask(groupPage, visitor(), { reference })).toBeNull();
  });

  test('only a coordinator is told that it may be changed', async () => {
    const { reference } = await makeGroup();
    for (const [actor, keep] of [
      [member, false],
      [coordinator, true],
    ] as const)
      expect((await ask(groupPage, actor, { reference }))?.may).toEqual({ keep });
  });
});

describe('the list', () => {
  test('is by name whatever its case, and goes on where a page ended', async () => {
    for (const name of ['Order delta', 'order Alpha', 'ORDER charlie', 'Order bravo'])
      await makeGroup({ name });
    const all = ['order Alpha', 'Order bravo', 'ORDER charlie', 'Order delta'];
    expect(await names({ q: 'order ' })).toEqual(all);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await ask(groups, member, { q: 'order ', limit: 3, ...(after ? { after } : {}) });
      seen.push(...(page?.rows.map(({ name }) => name) ?? []));
      after = page?.next ?? undefined;
    } while (after);
    expect(seen).toEqual(all);
  });

  test('groups of one name are each shown once over pages', async () => {
    const made = [
      await makeGroup({ name: 'Twin' }),
      await makeGroup({ name: 'Twin' }),
      await makeGroup({ name: 'twin' }),
    ];
    const first = await ask(groups, member, { q: 'twin', limit: 2 });
    const second = await ask(groups, member, { q: 'twin', limit: 2, after: first?.next ?? '' });
    const seen = [...(first?.rows ?? []), ...(second?.rows ?? [])].map(({ reference }) => reference);
    expect(seen.toSorted()).toEqual(made.map(({ reference }) => reference).toSorted());
    expect(second?.next).toBeNull();
  });

  test.each(['100%', 'under_score', 'back\\slash', "o'clock", 'Straße'])(
    'finds %s as it is written, and nothing else',
    async (sign) => {
      const name = `Sign ${sign} group`;
      await makeGroup({ name });
      await makeGroup({ name: `Sign ${sign.replaceAll(/[%_\\']/g, 'x')}y group` });
      expect(await names({ q: `${sign} ` })).toEqual([name]);
    },
  );

  test.each([
    [{ state: 'ended' }],
    [{ kind: 'Governs' }],
    [{ limit: 0 }],
    [{ limit: 101 }],
    [{ q: 'x'.repeat(201) }],
    [{ unheard: 'of' }],
  ])('does not answer %j', async (filters) => {
    expect(await ask(groups, member, filters)).toBeNull();
  });

  test('tells how a group stands, its present members, decisions and areas', async () => {
    const [first, second] = [await makeOrganisation({ name: 'Lead Office' }), await makeOrganisation()];
    const group = await makeGroup({
      ...{ name: 'Counted Board', kind: 'discusses', cadence: 'adHoc' },
      members: [first.id, second.id],
    });
    await database.db.groupMember.updateMany({
      where: { groupId: group.id, organisationId: second.id },
      data: { endsOn: new Date('2021-01-01') },
    });
    await database.db.groupDecision.create({
      data: {
        ...{ id: newId(), reference: newId().slice(-8), groupId: group.id, what: 'Buy' },
        ...{ decidedOn: new Date('2020-01-01'), recordedAt: new Date() },
      },
    });
    expect((await ask(groups, member, { q: 'Counted Board' }))?.rows).toEqual([
      {
        ...{ reference: group.reference, name: 'Counted Board', kind: 'discusses', cadence: 'adHoc' },
        ...{ state: 'open', chair: 'Lead Office', areas: 'Illegal drugs', members: 1, decisions: 1 },
      },
    ]);
  });

  test('shows open groups unless asked for those that ended', async () => {
    const [open, closed, merged] = [
      await makeGroup({ name: 'Fate open' }),
      await makeGroup({ name: 'Fate closed' }),
      await makeGroup({ name: 'Fate merged' }),
    ];
    await endGroupOf(closed.id);
    await endGroupOf(merged.id, { intoId: open.id });
    expect(await names({ q: 'fate' })).toEqual(['Fate open']);
    for (const state of ['open', 'closed', 'merged'])
      expect(await names({ q: 'fate', state })).toEqual([`Fate ${state}`]);
    const choices = (await ask(groupChoices, member, {}))?.map(({ name }) => name) ?? [];
    expect(choices.filter((name) => name.startsWith('Fate'))).toEqual(['Fate open']);
  });
});

describe('the page of a group', () => {
  test('is found by its reference however it is typed, and not by another', async () => {
    const { reference, name } = await makeGroup();
    for (const typed of [reference, showReference(reference), reference.toLowerCase()])
      expect((await ask(groupPage, member, { reference: typed }))?.name).toBe(name);
    for (const other of ['', 'nothing', '2222-2222', undefined])
      expect(await ask(groupPage, member, { reference: other })).toBeNull();
  });

  test('tells what went into it, and what went into that', async () => {
    const [top, middle, low] = [await makeGroup(), await makeGroup(), await makeGroup()];
    for (const group of [top, middle, low])
      await database.db.groupDecision.create({
        data: {
          ...{ id: newId(), reference: newId().slice(-8), groupId: group.id, what: `By ${group.name}` },
          ...{ decidedOn: new Date('2022-01-01'), recordedAt: new Date() },
        },
      });
    await endGroupOf(low.id, { intoId: middle.id });
    await endGroupOf(middle.id, { intoId: top.id });
    const page = await ask(groupPage, member, { reference: top.reference });
    const by = page?.decisions.map((one) => [one.what, one.by?.name ?? null]) ?? [];
    expect(by.toSorted()).toEqual(
      [
        [`By ${top.name}`, null],
        [`By ${middle.name}`, middle.name],
        [`By ${low.name}`, low.name],
      ].toSorted(),
    );
    expect(page?.takenIn.map(({ name, standing }) => [name, standing])).toEqual([[middle.name, true]]);
  });
});

describe('a group that is kept', () => {
  const described = (chair: string, over: Record<string, unknown> = {}) => ({
    ...{ kind: 'governs', name: `Kept ${newId()}`, purpose: 'Decides', cadence: 'monthly', chair },
    ...{
      threatAreas: 'illegal-drugs',
      strands: 'pursue',
      levels: 'national',
      openedOn: '2020-02-02',
      ...over,
    },
  });

  test('begins with its chair, one version and one fact', async () => {
    const chair = await makeOrganisation();
    const { reference } = done(await run(addGroup, coordinator, described(chair.reference)));
    const { id, ...group } = await database.db.governanceGroup.findUniqueOrThrow({
      where: { reference },
      include: { members: true, versions: true, terms: true },
    });
    const opened = new Date('2020-02-02');
    expect(group.members).toMatchObject([{ organisationId: chair.id, startsOn: opened, endsOn: null }]);
    expect(group.versions).toMatchObject([
      { number: 1, holdsFrom: opened, changeNote: 'First recorded', recordedById: coordinator.id },
    ]);
    expect([group.revision, group.terms.length]).toEqual([1, 3]);
    const facts = await database.db.fact.findMany({ where: { noun: 'group', nounId: id } });
    expect(facts.map(({ name, data }) => [name, data])).toEqual([['GroupWasAdded', { kind: 'governs' }]]);
  });

  test('a repeated press adds it once', async () => {
    const chair = await makeOrganisation();
    const [input, key] = [described(chair.reference), newId()];
    const first = done(await run(addGroup, coordinator, input, key));
    expect(done(await run(addGroup, coordinator, input, key))).toEqual(first);
    expect(await database.db.governanceGroup.count({ where: { name: input.name } })).toBe(1);
  });

  test('the name of one that ended is free again, and a closed organisation chairs nothing', async () => {
    const chair = await makeOrganisation();
    const gone = await makeGroup({ name: 'Freed Name' });
    const named = described(chair.reference, { name: 'FREED name' });
    expect(ending(await run(addGroup, coordinator, named))).toBe('GroupIsKnown');
    await endGroupOf(gone.id);
    expect(ending(await run(addGroup, coordinator, named))).toBe('done');
    const over = await makeOrganisation();
    await database.db.organisation.update({ where: { id: over.id }, data: { closedAt: new Date() } });
    const closed = await run(addGroup, coordinator, described(over.reference));
    expect(ending(closed)).toBe('OrganisationIsUnknown');
  });

  test('closed ends its members, who are back once it is reopened', async () => {
    const group = await makeGroup({
      members: [(await makeOrganisation()).id, (await makeOrganisation()).id],
    });
    const present = () => database.db.groupMember.count({ where: { groupId: group.id, endsOn: null } });
    const close = { group: group.reference, endedOn: '2024-06-01', reason: 'Done' };
    expect(ending(await run(closeGroup, member, close))).toBe('denied');
    expect(await present()).toBe(2);
    done(await run(closeGroup, coordinator, close));
    expect(await present()).toBe(0);
    expect(ending(await run(closeGroup, coordinator, close))).toBe('GroupHasEnded');
    const reopen = { group: group.reference, reopenedOn: '2024-07-01', reason: 'Too soon' };
    done(await run(reopenGroup, coordinator, reopen));
    expect(await present()).toBe(2);
    expect(ending(await run(reopenGroup, coordinator, reopen))).toBe('GroupIsOpen');
    const early = { ...close, endedOn: '2024-06-30' };
    expect(ending(await run(closeGroup, coordinator, early))).toBe('DayIsTooEarly');
  });
});
