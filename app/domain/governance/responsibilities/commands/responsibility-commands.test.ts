import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '~/domain/actor';
import { run } from '~/domain/command.server';
import { newReference } from '~/domain/new-reference.server';
import type { Prisma } from '~/platform/generated/prisma/client';
import { useDatabase } from '../../../../../tests/support/database';
import { makeGroup } from '../../../../../tests/support/factories/groups';
import { actorFor, makeOrganisation, makeTeam, visitor } from '../../../../../tests/support/factories/people';
import { makePriority } from '../../../../../tests/support/factories/priorities';
import { makeQuestion } from '../../../../../tests/support/factories/questions';
import { makeReaders, newId } from '../../../../../tests/support/factories/readers';
import { makeTerm } from '../../../../../tests/support/factories/terms';
import { done, ending } from '../../../../../tests/support/outcome';
import { endResponsibility } from './end-responsibility.server';
import { giveResponsibility } from './give-responsibility.server';

const database = useDatabase();
let coordinator: Actor;
let second: Actor;
let others: [string, Actor][];
let alpha: { id: string; reference: string };
let beta: { id: string; reference: string };
const ABSENT = '22222222';

beforeAll(async () => {
  const who = await makeReaders();
  [coordinator, second] = [await actorFor(who.coordinator), await actorFor(who.second)];
  others = [['visitor', visitor()]];
  for (const name of ['unverified', 'member', 'auditor', 'committee', 'administrator'] as const)
    others.push([name, await actorFor(who[name])]);
  others.push(['halfway', { ...(await actorFor(who.coordinator)), secondFactorPassed: false }]);
  [alpha, beta] = [
    await makeOrganisation({ name: 'Alpha Office' }),
    await makeOrganisation({ name: 'Beta Office' }),
  ];
});

const about = (subject: string, over: Record<string, unknown> = {}) => ({
  ...{ kind: 'threatArea', subject, role: 'accountable', organisation: alpha.reference },
  ...{ startsOn: '2024-01-01', ...over },
});
const give = (subject: string, over: Record<string, unknown> = {}, actor = coordinator) =>
  run(giveResponsibility, actor, about(subject, over));
const end = (responsibility: string, over: Record<string, unknown> = {}, actor = coordinator) =>
  run(endResponsibility, actor, { responsibility, endsOn: '2024-06-01', reason: 'The law changed', ...over });
const heldOf = (termId: string) =>
  database.db.responsibility.findMany({ where: { termId }, orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] });
const onlyHeld = async (termId: string) => {
  const [held] = await heldOf(termId);
  if (!held) throw new Error('nothing is held');
  return held;
};
const given = async (over: Record<string, unknown> = {}) => {
  const term = await makeTerm();
  done(await give(term.reference, over));
  return { term, held: await onlyHeld(term.id) };
};
const factsOf = async (nounId: string) =>
  (
    await database.db.fact.findMany({ where: { nounId }, orderBy: { number: 'asc' }, select: { name: true } })
  ).map(({ name }) => name);

describe('giving a role', () => {
  test('saves what was said, and its fact', async () => {
    const team = await makeTeam({ organisationId: alpha.id });
    const { term, held } = await given({ team: team.reference, level: 'local', note: 'By statute' });
    expect(held).toMatchObject({
      ...{ role: 'accountable', level: 'local', note: 'By statute', endsOn: null, endReason: null },
      ...{ organisationId: alpha.id, teamId: team.id, startsOn: new Date('2024-01-01') },
      ...{ termId: term.id, priorityId: null, questionId: null, itemId: null, decisionId: null },
      recordedById: coordinator.kind === 'person' ? coordinator.id : null,
    });
    expect(await factsOf(held.id)).toEqual(['ResponsibilityWasGiven']);
  });

  test('without a level it is of none', async () => expect((await given()).held.level).toBeNull());

  test('two may be consulted and told, one role each once', async () => {
    const { reference, id } = await makeTerm();
    for (const role of ['responsible', 'consulted', 'informed']) {
      for (const organisation of [alpha.reference, beta.reference])
        expect(ending(await give(reference, { role, organisation }))).toBe('done');
      expect(await give(reference, { role })).toMatchObject({
        refusal: { name: 'HoldsRoleAlready', message: `Alpha Office is ${role} already` },
      });
    }
    expect(await heldOf(id)).toHaveLength(6);
  });

  test('an organisation and two of its teams hold one role each', async () => {
    const { reference } = await makeTerm();
    const teams = [
      await makeTeam({ organisationId: alpha.id }),
      await makeTeam({ organisationId: alpha.id }),
    ];
    for (const team of ['', ...teams.map((one) => one.reference)]) {
      expect(ending(await give(reference, { role: 'responsible', team }))).toBe('done');
      expect(ending(await give(reference, { role: 'responsible', team, level: 'local' }))).toBe(
        'HoldsRoleAlready',
      );
    }
  });

  test('a second who would be accountable is told who is, itself too', async () => {
    const { term } = await given();
    for (const organisation of [alpha.reference, beta.reference])
      expect(await give(term.reference, { organisation })).toMatchObject({
        refusal: {
          name: 'SomebodyIsAccountable',
          fields: { role: 'Alpha Office is accountable for it. End that first, then name the next one' },
        },
      });
  });

  test('by two at once about different things is done by both', async () => {
    const terms = [await makeTerm(), await makeTerm()];
    const both = await Promise.all(terms.map(({ reference }) => give(reference)));
    expect(both.map(ending)).toEqual(['done', 'done']);
  });

  test('pressed twice with one key is given once', async () => {
    const { reference, id } = await makeTerm();
    const press = () =>
      run(giveResponsibility, coordinator, about(reference, { role: 'informed' }), 'key-of-a-page');
    expect([ending(await press()), ending(await press())]).toEqual(['done', 'done']);
    expect(await heldOf(id)).toHaveLength(1);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['an organisation that is not there', { organisation: ABSENT }, 'OrganisationIsUnknown'],
    ['a team that is not there', { team: ABSENT }, 'TeamIsUnknown'],
    ['a day ahead', { startsOn: '2199-12-31' }, 'DayIsAhead'],
    ['a subject that is not there', { subject: ABSENT }, 'hidden'],
    ['a subject of another kind', { kind: 'priority' }, 'hidden'],
    ['no role', { role: '' }, 'invalid'],
    ['no day', { startsOn: '' }, 'invalid'],
    ['a note too long', { note: 'x'.repeat(1001) }, 'invalid'],
  ])('with %s is refused', async (_what, over, name) => {
    const { reference, id } = await makeTerm();
    expect(ending(await give(reference, over))).toBe(name);
    expect(await heldOf(id)).toEqual([]);
  });

  test('to an organisation or team that closed is refused', async () => {
    const { reference } = await makeTerm();
    const closed = await makeOrganisation();
    await database.db.organisation.update({ where: { id: closed.id }, data: { closedAt: new Date() } });
    for (const more of [{}, { team: ABSENT }])
      expect(ending(await give(reference, { organisation: closed.reference, ...more }))).toBe(
        'OrganisationIsUnknown',
      );
    const team = await makeTeam({ organisationId: alpha.id });
    await database.db.team.update({ where: { id: team.id }, data: { closedAt: new Date() } });
    expect(await give(reference, { team: team.reference })).toMatchObject({
      refusal: { fields: { team: 'Enter the reference of a team of Alpha Office' } },
    });
  });
});

describe('what a role can be about', () => {
  test('is an enabler or threat area, a priority, a question and a decision, each in its column', async () => {
    const [priority, question, group] = [await makePriority(), await makeQuestion(), await makeGroup()];
    const decision = await database.db.groupDecision.create({
      data: {
        ...{ id: newId(), reference: newReference(), groupId: group.id, what: 'Count the parcels' },
        ...{ decidedOn: new Date('2024-01-01'), recordedAt: new Date() },
      },
    });
    const subjects = [
      ['priority', priority, { priorityId: priority.id }],
      ['question', question, { questionId: question.id }],
      ['action', decision, { decisionId: decision.id }],
    ] as const;
    for (const [kind, { reference }, where] of subjects) {
      expect([kind, ending(await give(reference, { kind }))]).toEqual([kind, 'done']);
      expect([kind, await database.db.responsibility.count({ where })]).toEqual([kind, 1]);
    }
  });

  test('is no priority of a set that ended or has not begun', async () => {
    for (const over of [
      { startsOn: new Date('2019-01-01'), endsOn: new Date('2020-01-01') },
      { startsOn: new Date('2199-01-01') },
    ]) {
      const { reference } = await makePriority(over);
      expect(ending(await give(reference, { kind: 'priority' }))).toBe('hidden');
    }
  });

  test('is no draft of a question, and no term that is no subject or no longer in use', async () => {
    const draft = await makeQuestion({ state: 'draft' });
    expect(ending(await give(draft.reference, { kind: 'question' }))).toBe('hidden');
    const strand = await makeTerm({ scheme: 'strand' });
    expect(ending(await give(strand.reference))).toBe('hidden');
    const old = await makeTerm();
    const retired = { retiredAt: new Date(), retiredReason: 'Nobody says that' };
    await database.db.term.update({ where: { id: old.id }, data: retired });
    expect(ending(await give(old.reference))).toBe('hidden');
  });
});

describe('ending a role', () => {
  test('keeps that it was held, and lets the next one start on that day', async () => {
    const { term, held } = await given();
    expect(ending(await end(held.reference))).toBe('done');
    expect(await onlyHeld(term.id)).toMatchObject({
      ...{ id: held.id, endsOn: new Date('2024-06-01'), endReason: 'The law changed' },
    });
    expect(await factsOf(held.id)).toEqual(['ResponsibilityWasGiven', 'ResponsibilityHasEnded']);
    const next = (startsOn: string) => give(term.reference, { organisation: beta.reference, startsOn });
    expect(ending(await next('2024-05-31'))).toBe('AccountableOverlaps');
    expect(ending(await next('2024-06-01'))).toBe('done');
  });

  test('on the day on which it began is taken, a day before is not', async () => {
    const { held } = await given();
    expect(ending(await end(held.reference, { endsOn: '2023-12-31' }))).toBe('DayIsTooEarly');
    expect(ending(await end(held.reference, { endsOn: '2024-01-01' }))).toBe('done');
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['a day ahead', { endsOn: '2199-12-31' }, 'DayIsAhead'],
    ['no reason', { reason: '' }, 'invalid'],
    ['no day', { endsOn: '' }, 'invalid'],
    ['a role that is not there', { responsibility: ABSENT }, 'hidden'],
  ])('with %s ends nothing', async (_what, over, name) => {
    const { term, held } = await given();
    expect(ending(await end(held.reference, over))).toBe(name);
    expect((await onlyHeld(term.id)).endsOn).toBeNull();
  });

  test('by two at once is done by one', async () => {
    const { held } = await given();
    const both = await Promise.all([coordinator, second].map((actor) => end(held.reference, {}, actor)));
    expect(both.map(ending).toSorted()).toEqual(['ResponsibilityHasEnded', 'done']);
  });
});

test('who is no coordinator gives and ends nothing, is told why, and leaves a trail', async () => {
  const { term, held } = await given();
  const why = 'Only a coordinator changes groups, responsibilities and capabilities.';
  for (const [who, actor] of others) {
    const outcomes = [
      await give(term.reference, { role: 'informed' }, actor),
      await end(held.reference, {}, actor),
    ];
    expect([who, outcomes]).toEqual([who, outcomes.map(() => ({ kind: 'denied', why }))]);
  }
  expect(await heldOf(term.id)).toHaveLength(1);
  const denied = (await factsOf(held.id)).filter((name) => name === 'AttemptWasDenied');
  expect(denied).toHaveLength(others.length - 1);
});

describe('the register itself', () => {
  type Row = Partial<Prisma.ResponsibilityUncheckedCreateInput>;
  const raw = async (over: Row) => {
    const term = await makeTerm();
    const row = { termId: term.id, organisationId: alpha.id, role: 'informed' as const };
    const days = { startsOn: new Date('2024-01-01'), recordedAt: new Date() };
    return database.db.responsibility.create({
      data: { id: newId(), reference: newReference(), ...row, ...days, ...over },
    });
  };

  test.each<[string, Row]>([
    ['an end without a reason', { endsOn: new Date('2024-02-01') }],
    ['a reason without an end', { endReason: 'Why' }],
    ['an empty reason', { endsOn: new Date('2024-02-01'), endReason: '' }],
    ['an end before its beginning', { endsOn: new Date('2023-12-31'), endReason: 'Why' }],
    ['no subject', { termId: null }],
  ])('takes no row with %s', async (_what, over) => {
    await expect(raw({})).resolves.toMatchObject({ endsOn: null });
    await expect(raw(over)).rejects.toThrow();
  });

  test('changes nothing of what ended', async () => {
    const { id } = await raw({ endsOn: new Date('2024-02-01'), endReason: 'Why' });
    const changes: Row[] = [{ endReason: 'Because' }, { endsOn: null, endReason: null }, { level: 'local' }];
    for (const data of changes)
      await expect(database.db.responsibility.update({ where: { id }, data })).rejects.toThrow(
        /ResponsibilityIsKept/,
      );
  });
});
