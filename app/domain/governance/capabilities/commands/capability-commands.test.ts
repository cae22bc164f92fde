import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '~/domain/command.server';
import type { Actor } from '~/domain/actor';
import { useDatabase } from '../../../../../tests/support/database';
import { makeCapability } from '../../../../../tests/support/factories/capabilities';
import { makeFinding } from '../../../../../tests/support/factories/findings';
import { actorFor, makeOrganisation, visitor } from '../../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../../tests/support/factories/questions';
import { makeReaders, newId } from '../../../../../tests/support/factories/readers';
import { makeTerm } from '../../../../../tests/support/factories/terms';
import { done, ending } from '../../../../../tests/support/outcome';
import { addCapability } from './add-capability.server';
import { changeCapability } from './change-capability.server';
import { keepCapabilitiesApart } from './keep-capabilities-apart.server';
import { linkCapability } from './link-capability.server';
import { unlinkCapability } from './unlink-capability.server';

const database = useDatabase();
let coordinator: Actor;
let second: Actor;
let others: [string, Actor][];
let office: { id: string; reference: string; name: string };
let force: { id: string; reference: string };
const ABSENT = '22222222';

beforeAll(async () => {
  const who = await makeReaders();
  [coordinator, second] = [await actorFor(who.coordinator), await actorFor(who.second)];
  others = [['visitor', visitor()]];
  for (const name of ['unverified', 'member', 'auditor', 'committee', 'administrator'] as const)
    others.push([name, await actorFor(who[name])]);
  others.push(['halfway', { ...(await actorFor(who.coordinator)), secondFactorPassed: false }]);
  [office, force] = [await makeOrganisation({ name: 'Alpha Office' }), await makeOrganisation()];
});

const said = (over: Record<string, unknown> = {}) => ({
  ...{ kind: 'held', name: 'Ledger tracing', purpose: 'Traces payments.', stage: 'trial' },
  ...{ level: 'national', owner: office.reference, users: [force.reference] },
  ...{ threatAreas: ['fraud', 'illegal-drugs'], ...over },
});
const changed = (capability: string, over: Record<string, unknown> = {}) => ({
  ...said({ capability, revision: 1, changeNote: 'Its trial ended', stage: 'inUse' }),
  ...over,
});
const factsOf = async (nounId: string) =>
  (
    await database.db.fact.findMany({ where: { nounId }, orderBy: { number: 'asc' }, select: { name: true } })
  ).map(({ name }) => name);
const whole = (reference: string) =>
  database.db.capability.findUniqueOrThrow({
    where: { reference },
    include: { users: true, terms: { include: { term: true } }, versions: { orderBy: { number: 'asc' } } },
  });

describe('adding', () => {
  test('saves what was said, with its users, areas, first version and fact', async () => {
    const { reference } = done(await run(addCapability, coordinator, said()));
    const row = await whole(reference);
    expect(row).toMatchObject({
      kind: 'held',
      stage: 'trial',
      level: 'national',
      ownerId: office.id,
      revision: 1,
    });
    expect(row.users.map(({ organisationId }) => organisationId)).toEqual([force.id]);
    expect(row.terms.map(({ term }) => term.slug).toSorted()).toEqual(['fraud', 'illegal-drugs']);
    expect(row.versions).toHaveLength(1);
    expect(row.versions[0]).toMatchObject({
      changeNote: 'First recorded',
      content: { name: 'Ledger tracing', owner: 'Alpha Office', users: [force.reference] },
    });
    expect(await factsOf(row.id)).toEqual(['CapabilityWasAdded']);
  });

  test('a gap has no stage in the register', async () => {
    const { reference } = done(await run(addCapability, coordinator, said({ kind: 'wanted', stage: '' })));
    expect(await whole(reference)).toMatchObject({ kind: 'wanted', stage: null });
  });

  test('pressed twice with one key adds one', async () => {
    const name = 'Pressed twice';
    const press = () => run(addCapability, coordinator, said({ name }), 'one-key-of-one-page');
    expect(done(await press())).toEqual(done(await press()));
    expect(await database.db.capability.count({ where: { name } })).toBe(1);
  });

  test('who names one user twice means one', async () => {
    const input = said({ users: [force.reference, force.reference], threatAreas: ['fraud', 'fraud'] });
    const row = await whole(done(await run(addCapability, coordinator, input)).reference);
    expect([row.users.length, row.terms.length]).toEqual([1, 1]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['held without a stage', { stage: '' }, 'StageIsMissing'],
    ['a gap with one', { kind: 'wanted' }, 'GapHasNoStage'],
    ['an owner that is not there', { owner: ABSENT }, 'OrganisationIsUnknown'],
    ['a user that is not there', { users: [ABSENT] }, 'OrganisationIsUnknown'],
    ['an area that is not there', { threatAreas: ['fraud', 'nothing'] }, 'TermIsUnknown'],
    ['a strand as area', { threatAreas: ['pursue'] }, 'TermIsUnknown'],
    ['the stage before the owner', { stage: '', owner: ABSENT }, 'StageIsMissing'],
  ])('is refused with %s', async (_what, over, name) => {
    const before = await database.db.capability.count();
    expect(ending(await run(addCapability, coordinator, said(over)))).toBe(name);
    expect(await database.db.capability.count()).toBe(before);
  });

  test('is refused with an owner that closed or a term that is no longer in use', async () => {
    const closed = await makeOrganisation();
    await database.db.organisation.update({ where: { id: closed.id }, data: { closedAt: new Date() } });
    expect(ending(await run(addCapability, coordinator, said({ owner: closed.reference })))).toBe(
      'OrganisationIsUnknown',
    );
    const old = await makeTerm();
    const about = said({ threatAreas: [old.slug] });
    expect(ending(await run(addCapability, coordinator, about))).toBe('done');
    const retired = { retiredAt: new Date(), retiredReason: 'Nobody says that' };
    await database.db.term.update({ where: { id: old.id }, data: retired });
    expect(ending(await run(addCapability, coordinator, about))).toBe('TermIsUnknown');
  });
});

describe('who is no coordinator', () => {
  test('does none of it, is told why, and leaves a trail', async () => {
    const [one, other] = [await makeCapability(), await makeCapability()];
    const finding = await makeFinding();
    const [capability, count] = [one.reference, await database.db.capability.count()];
    for (const [who, actor] of others) {
      const outcomes = [
        await run(addCapability, actor, said()),
        await run(changeCapability, actor, changed(capability)),
        await run(keepCapabilitiesApart, actor, { capability, other: other.reference, reason: 'Two' }),
        await run(linkCapability, actor, { capability, finding: finding.reference }),
        await run(unlinkCapability, actor, { capability, link: newId() }),
      ];
      const why = 'Only a coordinator changes groups, responsibilities and capabilities.';
      expect([who, outcomes]).toEqual([who, outcomes.map(() => ({ kind: 'denied', why }))]);
    }
    expect(await database.db.capability.count()).toBe(count);
    expect(await whole(capability)).toMatchObject({ revision: 1, name: one.name });
    const denied = await factsOf(one.id);
    expect(new Set(denied)).toEqual(new Set(['AttemptWasDenied']));
    expect(denied).toHaveLength((others.length - 1) * 4);
  });
});

describe('changing', () => {
  test('writes the next version and replaces users and areas', async () => {
    const { reference, id } = await makeCapability({ areas: ['fraud'] });
    const input = changed(reference, { users: [office.reference], threatAreas: [], level: 'local' });
    expect(done(await run(changeCapability, coordinator, input))).toEqual({ reference });
    const row = await whole(reference);
    expect(row).toMatchObject({ revision: 2, stage: 'inUse', level: 'local', ownerId: office.id });
    expect(row.users.map(({ organisationId }) => organisationId)).toEqual([office.id]);
    expect(row.terms).toEqual([]);
    expect(row.versions.map(({ number, changeNote }) => [number, changeNote])).toEqual([
      [1, 'First recorded'],
      [2, 'Its trial ended'],
    ]);
    expect(await factsOf(id)).toEqual(['CapabilityWasChanged']);
  });

  test('a capability that is lost becomes a gap, and its stage goes', async () => {
    const { reference } = await makeCapability();
    const lost = changed(reference, { kind: 'wanted', stage: '' });
    expect(ending(await run(changeCapability, coordinator, lost))).toBe('done');
    expect(await whole(reference)).toMatchObject({ kind: 'wanted', stage: null });
  });

  test.each([0, 2, -1, 1000])('with revision %i of the first is stale', async (revision) => {
    const { reference } = await makeCapability();
    const outcome = await run(changeCapability, coordinator, changed(reference, { revision }));
    expect(outcome).toMatchObject({
      kind: 'refused',
      refusal: { name: 'CapabilityHasChanged', stale: true },
    });
  });

  test('by two at once is done by one', async () => {
    const { reference } = await makeCapability();
    const both = await Promise.all(
      [coordinator, second].map((actor) => run(changeCapability, actor, changed(reference))),
    );
    expect(both.map(ending).toSorted()).toEqual(['CapabilityHasChanged', 'done']);
    expect((await whole(reference)).versions).toHaveLength(2);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['no note of what changes', { changeNote: '' }, 'invalid'],
    ['a note one too long', { changeNote: 'x'.repeat(501) }, 'invalid'],
    ['no revision', { revision: 'x' }, 'invalid'],
    ['half a revision', { revision: 1.5 }, 'invalid'],
    ['a gap with a stage', { kind: 'wanted' }, 'GapHasNoStage'],
    ['an owner that is not there', { owner: ABSENT }, 'OrganisationIsUnknown'],
    ['a capability that is not there', { capability: ABSENT }, 'hidden'],
  ])('with %s changes nothing', async (_what, over, name) => {
    const { reference } = await makeCapability();
    expect(ending(await run(changeCapability, coordinator, changed(reference, over)))).toBe(name);
    expect(await whole(reference)).toMatchObject({ revision: 1 });
  });
});

describe('two of like function', () => {
  const apart = (capability: string, other: string, over = {}) =>
    run(keepCapabilitiesApart, coordinator, { capability, other, reason: 'One is for the army', ...over });

  test('are kept apart once, whichever is named first, and both tell of it', async () => {
    const [one, other] = [await makeCapability(), await makeCapability()];
    expect(done(await apart(other.reference, one.reference))).toEqual({ reference: other.reference });
    const pairs = await database.db.capabilitiesKeptApart.findMany({
      where: { OR: [{ firstId: one.id }, { secondId: one.id }] },
    });
    const [firstId, secondId] = [one.id, other.id].toSorted();
    expect(pairs).toMatchObject([{ firstId, secondId, reason: 'One is for the army' }]);
    for (const { id } of [one, other]) expect(await factsOf(id)).toEqual(['CapabilitiesWereKeptApart']);
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const)
      expect(ending(await apart(from.reference, to.reference))).toBe('CapabilitiesAreApart');
    for (const { id } of [one, other]) expect(await factsOf(id)).toHaveLength(1);
  });

  test('are two, and there', async () => {
    const { reference } = await makeCapability();
    expect(ending(await apart(reference, reference))).toBe('CapabilityIsTheSame');
    expect(ending(await apart(reference, ABSENT))).toBe('hidden');
    expect(ending(await apart(ABSENT, reference))).toBe('hidden');
    expect(ending(await apart(reference, reference, { reason: ' ' }))).toBe('invalid');
    expect(ending(await apart(reference, reference, { reason: 'x'.repeat(1001) }))).toBe('invalid');
  });
});

describe('linking', () => {
  const link = (capability: string, of: Record<string, string>, actor = coordinator) =>
    run(linkCapability, actor, { capability, ...of });
  const linksOf = (capabilityId: string) =>
    database.db.capabilityLink.findMany({
      where: { capabilityId },
      orderBy: [{ linkedAt: 'asc' }, { id: 'asc' }],
    });

  test('is of one published thing, which is not linked yet', async () => {
    const { reference, id } = await makeCapability({ wanted: true });
    const [question, finding] = [await makeQuestion(), await makeFinding()];
    const draft = await makeFinding({ state: 'submitted' });
    const cases: [Record<string, string>, string][] = [
      [{}, 'LinkIsOneThing'],
      [{ question: question.reference, finding: finding.reference }, 'LinkIsOneThing'],
      [{ question: ABSENT }, 'QuestionIsUnknown'],
      [{ question: finding.reference }, 'QuestionIsUnknown'],
      [{ finding: ABSENT }, 'FindingIsUnknown'],
      [{ finding: draft.reference }, 'FindingIsUnknown'],
      [{ question: question.reference }, 'done'],
      [{ question: question.reference }, 'IsLinkedAlready'],
      [{ finding: finding.reference }, 'done'],
      [{ finding: finding.reference }, 'IsLinkedAlready'],
    ];
    for (const [of, name] of cases) expect([of, ending(await link(reference, of))]).toEqual([of, name]);
    expect(ending(await link(ABSENT, { finding: finding.reference }))).toBe('hidden');
    expect(await linksOf(id)).toHaveLength(2);
    expect(await factsOf(id)).toEqual(['CapabilityWasLinked', 'CapabilityWasLinked']);
  });

  test('by two at once is done by one', async () => {
    const { reference, id } = await makeCapability();
    const { reference: finding } = await makeFinding();
    const both = await Promise.all([coordinator, second].map((actor) => link(reference, { finding }, actor)));
    expect(both.map(ending).toSorted()).toEqual(['IsLinkedAlready', 'done']);
    expect(await linksOf(id)).toHaveLength(1);
  });

  test('taken away stays in the register, and may be made again', async () => {
    const [{ reference, id }, elsewhere] = [await makeCapability(), await makeCapability()];
    const { reference: finding } = await makeFinding();
    done(await link(reference, { finding }));
    const [row] = await linksOf(id);
    const unlink = (capability: string, of = row?.id) =>
      run(unlinkCapability, coordinator, { capability, link: of });
    expect(ending(await unlink(elsewhere.reference))).toBe('IsNotLinked');
    expect(ending(await unlink(reference, newId()))).toBe('IsNotLinked');
    expect(ending(await unlink(reference, 'x'))).toBe('invalid');
    expect(ending(await unlink(ABSENT))).toBe('hidden');
    expect(done(await unlink(reference))).toEqual({ reference });
    expect(ending(await unlink(reference))).toBe('IsNotLinked');
    done(await link(reference, { finding }));
    const rows = await linksOf(id);
    expect(rows.map(({ unlinkedAt }) => unlinkedAt === null)).toEqual([false, true]);
    expect(await factsOf(id)).toEqual([
      'CapabilityWasLinked',
      'CapabilityWasUnlinked',
      'CapabilityWasLinked',
    ]);
  });
});
