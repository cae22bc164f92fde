import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '~/platform/ids.server';
import { run } from '../../command.server';
import { ukDay } from '../../uk-time';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeHoldings, makeSuccessor } from '../../../../tests/support/factories/holdings';
import { makeEmptyBid } from '../../../../tests/support/factories/bids';
import { actorFor, makeOrganisation, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { done, ending } from '../../../../tests/support/outcome';
import { HELD_KIND_NAMES } from '../holding';
import { answerHandovers } from './answer-handovers.server';
import { completeReorganisation } from './complete-reorganisation.server';
import { confirmReorganisation } from './confirm-reorganisation.server';
import { nameReorganisationPerson } from './name-reorganisation-person.server';
import { offerItems } from './offer-items.server';
import { proposeReorganisation } from './propose-reorganisation.server';
import { withdrawReorganisation } from './withdraw-reorganisation.server';

const store = useDatabase();
let proposer: string;
let confirmer: string;

beforeAll(async () => {
  proposer = (await makePerson({ roles: ['coordinator'] })).id;
  confirmer = (await makePerson({ roles: ['administrator'] })).id;
});

type Made = { id: string; reference: string };
type Successor = Awaited<ReturnType<typeof makeSuccessor>>;
const as = async (id: string) => actorFor(id);
const today = () => ukDay(new Date());

const propose = async (organisation: Made, over: object) =>
  run(proposeReorganisation, await as(proposer), {
    ...{ organisation: organisation.reference, kind: 'merge', effectiveOn: today(), basis: 'The Act' },
    ...over,
  });
const name = async (
  reorganisation: string,
  organisation: Made,
  person: { reference: string },
  by = proposer,
) =>
  run(nameReorganisationPerson, await as(by), {
    ...{ reorganisation, organisation: organisation.reference, person: person.reference },
  });
const confirm = async (reorganisation: string, by = confirmer) =>
  run(confirmReorganisation, await as(by), { reorganisation });
const answer = async (reorganisation: string, by: string, over: object = {}) =>
  run(answerHandovers, await as(by), { reorganisation, answer: 'accepted', which: 'all', ...over });
const complete = async (reorganisation: string) =>
  run(completeReorganisation, await as(confirmer), { reorganisation });
const held = (...holders: Made[]) => store.db.$queryRaw<{ kind: string; item: string }[]>`
  SELECT kind, item FROM soundings.held_item
  WHERE holder_id = ANY(${holders.map(({ id }) => id)}::uuid[]) ORDER BY kind, item`;
const orphans = () => store.db.$queryRaw<object[]>`SELECT * FROM soundings.orphan`;

describe('two forces become one', () => {
  let north: Made;
  let south: Made;
  let one: Awaited<ReturnType<typeof makeHoldings>>;
  let union: Successor;
  let reference: string;

  beforeAll(async () => {
    north = await makeOrganisation({ name: 'North Force', kind: 'police-force' });
    south = await makeOrganisation({ name: 'South Force', kind: 'police-force' });
    one = await makeHoldings(north.id);
    await makeHoldings(south.id);
    union = await makeSuccessor('Union Force');
    ({ reference } = done(
      await propose(north, { others: [south.reference], successors: [union.reference] }),
    ));
  });

  test('is proposed with all that they hold, and changes nothing yet', async () => {
    const kinds = new Set((await held(north)).map(({ kind }) => kind));
    const besides = ['award', 'awardPartner'];
    expect(HELD_KIND_NAMES.filter((kind) => !kinds.has(kind))).toEqual(besides);
    const offered = await store.db.handover.count({ where: { toId: union.id } });
    expect(offered).toBe((await held(north, south)).length);
    expect(await answer(reference, union.ownerId)).toMatchObject({ kind: 'hidden' });
  });

  test('is confirmed by another, once somebody is named for each of the three', async () => {
    expect(ending(await confirm(reference))).toBe('PersonIsMissing');
    const keeper = await makePerson({ organisationId: south.id });
    expect(ending(await name(reference, union, await makePerson()))).toBe('PersonIsUnknown');
    for (const [organisation, person] of [
      [north, one.person],
      [south, keeper],
      [union, union.owner],
    ] as const)
      done(await name(reference, organisation, person));
    expect(ending(await confirm(reference, proposer))).toBe('denied');
    done(await confirm(reference));
    expect(ending(await confirm(reference))).toBe('denied');
    expect(ending(await name(reference, union, union.owner))).toBe('done');
  });

  test('cannot close while anything is held, by command or by SQL', async () => {
    expect(ending(await complete(reference))).toBe('OrganisationHoldsItems');
    await expect(
      store.db.organisation.update({ where: { id: north.id }, data: { closedAt: new Date() } }),
    ).rejects.toThrow('OrganisationHoldsItems');
  });

  test('the receiving side declines with a reason, is offered again, and accepts one by one and in bulk', async () => {
    expect(ending(await answer(reference, proposer))).toBe('denied');
    expect(ending(await answer(reference, one.person.id))).toBe('denied');
    expect(ending(await answer(reference, (await makePerson()).id))).toBe('hidden');
    const [team] = await store.db.handover.findMany({ where: { kind: 'team', item: one.asking.teamId } });
    const chosen = { which: 'chosen', handovers: [team?.id ?? ''] };
    expect(ending(await answer(reference, union.ownerId, { ...chosen, answer: 'declined' }))).toBe(
      'ReasonIsMissing',
    );
    done(await answer(reference, union.ownerId, { ...chosen, answer: 'declined', words: 'Not ours' }));
    expect(ending(await answer(reference, union.ownerId, chosen))).toBe('NothingIsChosen');
    const { offered } = done(
      await run(offerItems, await as(proposer), {
        reorganisation: reference,
        kind: 'team',
        to: union.reference,
      }),
    );
    expect(offered).toBe(1);
    expect((await actorFor(one.asking.ownerId)).teams[0]?.organisationId).toBe(north.id);
    done(await answer(reference, union.ownerId, { kind: 'team' }));
    expect((await actorFor(one.asking.ownerId)).teams[0]?.organisationId).toBe(union.id);
    done(await answer(reference, union.ownerId));
    expect(await held(north, south)).toEqual([]);
  });

  test('one is accountable throughout, and what was said before stays', async () => {
    const roles = await store.db.responsibility.findMany({
      where: { termId: one.term.id, role: 'accountable' },
      orderBy: { recordedAt: 'asc' },
    });
    expect(roles.map(({ organisationId, endsOn }) => [organisationId, endsOn === null])).toEqual([
      [north.id, false],
      [union.id, true],
    ]);
    expect([roles[1]?.startsOn, roles[1]?.teamId]).toEqual([roles[0]?.endsOn, one.asking.teamId]);
    const versions = await store.db.groupVersion.findMany({
      where: { groupId: one.group.id },
      orderBy: { number: 'asc' },
    });
    expect(versions.map(({ changeNote }) => changeNote)).toEqual([
      'First recorded',
      'Handed over from North Force to Union Force',
    ]);
    expect(versions[1]?.content).toMatchObject({ chair: 'Union Force' });
    const line = await store.db.ledgerLine.findUniqueOrThrow({ where: { id: one.line.id } });
    expect(line.organisationId).toBe(north.id);
    const objective = await store.db.objectiveVersion.findMany({
      where: { frameworkItemId: one.item.id },
      orderBy: { number: 'asc' },
      include: { areas: true },
    });
    expect(objective.map(({ ownerOrganisationId }) => ownerOrganisationId)).toEqual([north.id, union.id]);
    expect(objective[1]?.areas).toHaveLength(1);
  });

  test('both sides end, nothing is orphaned, and nothing new comes to what has ended', async () => {
    done(await complete(reference));
    expect(await orphans()).toEqual([]);
    const rows = await store.db.organisation.findMany({ where: { id: { in: [north.id, south.id] } } });
    expect(rows.every(({ closedAt, mergedIntoId }) => closedAt !== null && mergedIntoId === null)).toBe(true);
    expect(ending(await complete(reference))).toBe('denied');
    await expect(
      store.db.capability.update({ where: { id: one.capability.id }, data: { ownerId: north.id } }),
    ).rejects.toThrow('OrganisationIsClosed');
    const facts = await store.db.fact.findMany({
      where: { nounId: union.id, name: { startsWith: 'Reorganisation' } },
      orderBy: { id: 'asc' },
    });
    expect(facts.map((fact) => fact.name)).toEqual([
      'ReorganisationWasProposed',
      'ReorganisationPersonWasNamed',
      'ReorganisationWasConfirmed',
      'ReorganisationPersonWasNamed',
      'ReorganisationWasCompleted',
    ]);
  });

  test('what was left behind is found', async () => {
    await store.db.$executeRaw`ALTER TABLE capability DISABLE TRIGGER holder_is_open`;
    await store.db.capability.update({ where: { id: one.capability.id }, data: { ownerId: north.id } });
    expect(await orphans()).toMatchObject([{ kind: 'capability', item: one.capability.id }]);
    await store.db.capability.update({ where: { id: one.capability.id }, data: { ownerId: union.id } });
    await store.db.$executeRaw`ALTER TABLE capability ENABLE TRIGGER holder_is_open`;
  });
});

describe('one department becomes two', () => {
  let department: Made;
  let heirs: Successor[];
  let holdings: Awaited<ReturnType<typeof makeHoldings>>;
  let reference: string;

  beforeAll(async () => {
    department = await makeOrganisation({ name: 'The Department' });
    holdings = await makeHoldings(department.id);
    heirs = [await makeSuccessor('Ministry One'), await makeSuccessor('Ministry Two')];
    const successors = heirs.map((heir) => heir.reference);
    ({ reference } = done(await propose(department, { kind: 'split', successors })));
    done(await name(reference, department, holdings.person));
    for (const heir of heirs) done(await name(reference, heir, heir.owner));
  });

  const offer = async (kind: string, to: Made | undefined, over: object = {}) =>
    run(offerItems, await as(proposer), { reorganisation: reference, kind, to: to?.reference, ...over });

  test('is confirmed once each thing has one of the two, by kind or one by one', async () => {
    expect(ending(await confirm(reference))).toBe('SuccessorIsMissing');
    for (const [place, kind] of HELD_KIND_NAMES.entries()) done(await offer(kind, heirs[place % 2]));
    const item = holdings.asking.teamId;
    expect(ending(await offer('team', heirs[1], { which: 'chosen' }))).toBe('NothingIsChosen');
    expect(done(await offer('team', heirs[1], { which: 'chosen', items: [item] })).offered).toBe(1);
    expect(ending(await offer('team', department))).toBe('SuccessorIsUnknown');
    const open = await store.db.handover.findMany({ where: { item }, orderBy: { proposedAt: 'asc' } });
    expect(open.map(({ toId, answer: said }) => [toId, said])).toEqual([
      [heirs[0]?.id, 'withdrawn'],
      [heirs[1]?.id, null],
    ]);
    done(await confirm(reference));
  });

  test('each takes over what is its own, and a bid that nobody knows of goes with whoever leads it', async () => {
    const lead = await makePerson({ organisationId: heirs[1]?.id ?? '' });
    const hidden = await makeEmptyBid({
      ...{ question: await makeQuestion(), organisationId: department.id, leadId: lead.id },
    });
    const before = await held(department);
    expect(before.map(({ kind }) => kind)).toContain('bid');
    for (const heir of heirs) done(await answer(reference, heir.ownerId));
    expect((await held(department)).map(({ kind }) => kind)).toEqual(['bid']);
    done(await complete(reference));
    expect(await orphans()).toEqual([]);
    expect(await held(heirs[1] ?? department)).toContainEqual({ kind: 'bid', item: hidden.id });
    const followed = await store.db.handover.findMany({ where: { followed: true, item: hidden.id } });
    expect(followed.map(({ label, path, answer: said }) => [label, path, said])).toEqual([
      ['', null, 'accepted'],
    ]);
  });
});

describe('what the database holds by itself', () => {
  test('names, days, sides and answers', async () => {
    const [from, to, third] = [
      await makeOrganisation(),
      await makeSuccessor('Heir'),
      await makeOrganisation(),
    ];
    await makeHoldings(from.id);
    const kept = await makePerson({ organisationId: from.id });
    const tomorrow = new Date(today().getTime() + 86_400_000);
    const { reference } = done(await propose(from, { successors: [to.reference], effectiveOn: tomorrow }));
    expect(ending(await propose(from, { successors: [third.reference] }))).toBe('ReorganisedAlready');
    expect(ending(await propose(third, { successors: [from.reference] }))).toBe('ReorganisedAlready');
    done(await name(reference, from, kept));
    done(await name(reference, to, to.owner));
    done(await confirm(reference));
    expect(ending(await answer(reference, to.ownerId))).toBe('denied');
    expect(ending(await complete(reference))).toBe('denied');
    const row = await store.db.reorganisation.findUniqueOrThrow({ where: { reference } });
    const handover = await store.db.handover.findFirstOrThrow({ where: { reorganisationId: row.id } });
    const said = { answeredById: to.ownerId, answeredAt: new Date() };
    const change = (data: object) => store.db.handover.update({ where: { id: handover.id }, data });
    await expect(change({ answer: 'accepted', ...said })).rejects.toThrow('HandoverIsEarly');
    await expect(change({ toId: from.id })).rejects.toThrow('HandoverIsKept');
    await expect(change({ answer: 'declined', ...said })).rejects.toThrow('handover_answer_check');
    await expect(store.db.handover.delete({ where: { id: handover.id } })).rejects.toThrow('HandoverIsKept');
    await expect(
      store.db.reorganisation.update({ where: { id: row.id }, data: { basis: 'Another' } }),
    ).rejects.toThrow('ReorganisationIsKept');
    await expect(store.db.reorganisation.delete({ where: { id: row.id } })).rejects.toThrow(
      'ReorganisationIsKept',
    );
    await expect(
      store.db.reorganisationPart.create({
        data: { reorganisationId: row.id, organisationId: third.id, side: 'successor' },
      }),
    ).rejects.toThrow('ReorganisationIsKept');
    await expect(
      store.db.reorganisation.create({
        data: {
          ...{
            id: newId(),
            reference: 'X',
            kind: 'merge',
            effectiveOn: today(),
            basis: 'Law',
            proposedAt: new Date(),
          },
          ...{ proposedById: proposer, confirmedById: proposer, confirmedAt: new Date() },
        },
      }),
    ).rejects.toThrow('reorganisation_two_people');
    await moveClock('1 day');
    const { answered } = done(await answer(reference, to.ownerId, { kind: 'capability' }));
    expect(answered).toBe(1);
    const withdraw = { reorganisation: reference, reason: 'The bill fell' };
    expect(ending(await run(withdrawReorganisation, await as(confirmer), withdraw))).toBe(
      'HandoverIsAccepted',
    );
  });

  test('a proposal comes to nothing with a reason, and a new name holds at once with the old one kept', async () => {
    const own = await makeOrganisation({ name: 'Old Name' });
    const heir = await makeOrganisation();
    const first = done(await propose(own, { kind: 'close', successors: [heir.reference] }));
    const withdrawn = { reorganisation: first.reference, reason: 'The bill fell' };
    done(await run(withdrawReorganisation, await as(confirmer), withdrawn));
    expect(ending(await run(withdrawReorganisation, await as(confirmer), withdrawn))).toBe('denied');
    for (const [over, wrong] of [
      [{ kind: 'rename' }, 'NameIsMissing'],
      [{ kind: 'rename', newName: heir.name.toUpperCase() }, 'OrganisationIsKnown'],
      [{ kind: 'rename', newName: 'N', effectiveOn: new Date('2020-01-01') }, 'RenameIsOfToday'],
      [{ kind: 'merge' }, 'OrganisationsDoNotFit'],
      [{ kind: 'merge', successors: ['22222222'] }, 'OrganisationIsUnknown'],
    ] as const)
      expect(ending(await propose(own, over))).toBe(wrong);
    const day = ukDay((await actorFor(proposer)).asOf);
    const rename = done(await propose(own, { kind: 'rename', newName: 'New Name', effectiveOn: day }));
    expect((await store.db.organisation.findUniqueOrThrow({ where: { id: own.id } })).name).toBe('Old Name');
    done(await confirm(rename.reference));
    const after = await store.db.organisation.findUniqueOrThrow({
      where: { id: own.id },
      include: { versions: { orderBy: { number: 'asc' } } },
    });
    expect([after.name, after.closedAt]).toEqual(['New Name', null]);
    expect(after.versions.at(-1)?.changeNote).toBe('Renamed, formerly Old Name: The Act');
  });
});
