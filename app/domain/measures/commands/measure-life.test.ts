import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeMeasure, makeValue } from '../../../../tests/support/factories/measures';
import { actorFor, makePerson, makeTeam, visitor } from '../../../../tests/support/factories/people';
import { done, ending } from '../../../../tests/support/outcome';
import type { Actor, Person } from '../../actor';
import { run } from '../../command.server';
import { newReference } from '../../new-reference.server';
import { ask } from '../../query.server';
import { measureChoices } from '../queries/measure-choices.server';
import { measurePage } from '../queries/measure-page.server';
import { valueToCheck } from '../queries/value-to-check.server';
import { changeMeasure } from './change-measure.server';
import { defineMeasure } from './define-measure.server';
import { evidenceValue } from './evidence-value.server';
import { moveMeasure } from './move-measure.server';
import { recordValue } from './record-value.server';
import { redefineMeasure } from './redefine-measure.server';
import { validateValue } from './validate-value.server';

const store = useDatabase();
let owner: Person;
let colleague: Person;
let member: Person;
let auditor: Person;
let coordinator: Person;
let unverified: Person;
let organisation: string;
let area: string;
let measure: { id: string; reference: string };

beforeAll(async () => {
  const people = await Promise.all([
    makePerson({ name: 'Olive Owner' }),
    makePerson({ name: 'Col League' }),
    makePerson({ expert: true }),
    makePerson({ roles: ['auditor'] }),
    makePerson({ roles: ['coordinator'] }),
    makePerson({ verified: false }),
  ]);
  const members = people.slice(0, 2).map(({ id }) => ({ personId: id, roles: ['author' as const] }));
  const team = await makeTeam({ members });
  const home = await store.db.organisation.findUniqueOrThrow({ where: { id: team.organisationId } });
  organisation = home.reference;
  [owner, colleague, member, auditor, coordinator, unverified] = await Promise.all([
    actorFor(people[0].id),
    actorFor(people[1].id),
    actorFor(people[2].id),
    actorFor(people[3].id),
    actorFor(people[4].id),
    actorFor(people[5].id),
  ]);
  const term = await store.db.term.findFirstOrThrow({
    where: { scheme: 'threatArea', retiredAt: null },
    orderBy: { position: 'asc' },
  });
  area = `area:${term.slug}`;
});
beforeEach(async () => {
  measure = await makeMeasure({ createdById: owner.id });
});

const said = (over: object = {}) => ({
  ...{ name: 'Children kept safe', about: area, class: 'outcome', part: 'impact', unit: 'children' },
  ...{
    wanted: 'higher',
    periodKind: 'quarter',
    organisation,
    owner: owner.reference,
    reviewOn: '2199-06-01',
  },
  ...over,
});
const DEFINITION = {
  definition: 'Moved',
  method: 'Counted',
  definitionSource: 'Form 12',
  holdsFrom: '2025-01-01',
};
const define = (actor: Actor, over: object = {}) =>
  run(defineMeasure, actor, { ...said(), ...DEFINITION, ...over });
const change = (actor: Actor, over: object = {}) =>
  run(changeMeasure, actor, { ...said(), reference: measure.reference, revision: 1, ...over });
const move = (actor: Actor, to: string, reason = '') =>
  run(moveMeasure, actor, { reference: measure.reference, to, reason });
const record = (actor: Actor, over: object = {}) =>
  run(recordValue, actor, {
    ...{ reference: measure.reference, startsOn: '2026-01-01', value: '40', source: 'Return 7' },
    ...{ confidence: 'moderate', ...over },
  });
const redefine = (actor: Actor, over: object = {}) =>
  run(redefineMeasure, actor, { reference: measure.reference, ...DEFINITION, changeNote: 'Wider', ...over });
const link = (actor: Actor, reference: string, evidence = 'https://returns.example/7') =>
  run(evidenceValue, actor, { reference, evidence, note: 'It counts them' });
const validate = (actor: Actor, reference: string) =>
  run(validateValue, actor, { reference, note: 'Recounted' });
const page = (actor: Actor) => ask(measurePage, actor, { reference: measure.reference });
const factsOf = async (nounId = measure.id) =>
  (await store.db.fact.findMany({ where: { nounId }, orderBy: { number: 'asc' } })).map(({ name }) => name);
const row = () => store.db.measure.findUniqueOrThrow({ where: { id: measure.id } });
const figure = async (over: object = {}) => done(await record(owner, over)).value;

describe('who', () => {
  const cast = (): [string, Actor][] => [
    ['visitor', visitor()],
    ['unverified', unverified],
    ['member', member],
    ['auditor', auditor],
    ['colleague', colleague],
    ['owner', owner],
    ['coordinator', coordinator],
  ];
  const endings = async (act: (actor: Actor) => Promise<string>) => {
    const all: Record<string, string> = {};
    for (const [name, actor] of cast()) all[name] = await act(actor);
    return all;
  };
  const nobodyElse = { visitor: 'denied', unverified: 'denied', member: 'denied', auditor: 'denied' };

  test('defines a measure: members of a team and coordinators', async () => {
    expect(await endings(async (actor) => ending(await define(actor)))).toEqual({
      ...{ ...nobodyElse, colleague: 'done', owner: 'done', coordinator: 'done' },
    });
  });

  test('changes, counts and redefines one: its owner and coordinators', async () => {
    const kept = { ...nobodyElse, colleague: 'denied' };
    expect(await endings(async (actor) => ending(await change(actor, { revision: 99 })))).toEqual({
      ...{ ...kept, owner: 'MeasureHasChanged', coordinator: 'MeasureHasChanged' },
    });
    expect(await endings(async (actor) => ending(await record(actor, { startsOn: '2026-02-01' })))).toEqual({
      ...{ ...kept, owner: 'PeriodIsWrong', coordinator: 'PeriodIsWrong' },
    });
    expect(await endings(async (actor) => ending(await move(actor, 'retired')))).toEqual({
      ...{ ...kept, owner: 'ReasonIsMissing', coordinator: 'ReasonIsMissing' },
    });
    expect(
      await endings(async (actor) => ending(await redefine(actor, { holdsFrom: '2020-01-01' }))),
    ).toEqual({
      ...{ ...kept, owner: 'SeriesHasBegun', coordinator: 'SeriesHasBegun' },
    });
    expect(new Set(await factsOf())).toEqual(new Set(['AttemptWasDenied']));
  });

  test('finds nothing by a reference that nothing has', async () => {
    const reference = newReference();
    expect([
      ending(await change(coordinator, { reference })),
      ending(await record(coordinator, { reference })),
      ending(await redefine(coordinator, { reference })),
      ending(await run(moveMeasure, coordinator, { reference, to: 'pilot' })),
      ending(await link(coordinator, reference)),
      ending(await validate(coordinator, reference)),
      ending(await record(coordinator, { reference: 'nothing' })),
    ]).toEqual(['hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'invalid']);
  });
});

describe('a definition', () => {
  test.each<[object, string]>([
    [{ about: 'area:no-such-area' }, 'SubjectIsUnknown'],
    [{ about: 'priority:H7K4QXMF' }, 'SubjectIsUnknown'],
    [{ about: 'objective:<b>' }, 'SubjectIsUnknown'],
    [{ baseline: '4' }, 'BaselineIsHalf'],
    [{ reviewOn: '2020-01-01' }, 'DayHasPassed'],
    [{ state: 'inUse' }, 'invalid'],
  ])('with %j is refused', async (over, name) => expect(ending(await define(owner, over))).toBe(name));

  test('names no organisation and no owner that cannot answer for it', async () => {
    expect(ending(await define(owner, { organisation: newReference() }))).toBe('OrganisationIsUnknown');
    expect(ending(await define(owner, { owner: newReference() }))).toBe('OwnerIsUnknown');
    expect(ending(await define(owner, { owner: unverified.reference }))).toBe('OwnerIsUnknown');
  });

  test('begins as a draft with its first version', async () => {
    const { reference } = done(
      await define(owner, { name: 'New one', baseline: '4', baselineOn: '2025-01-01' }),
    );
    const made = await store.db.measure.findUniqueOrThrow({
      where: { reference },
      include: { versions: true },
    });
    expect(made).toMatchObject({
      ...{ name: 'New one', state: 'draft', revision: 1, baseline: 4, createdById: owner.id, invented: true },
      ...{
        ownerId: owner.id,
        pilotedAt: null,
        versions: [{ number: 1, definition: 'Moved', source: 'Form 12' }],
      },
    });
    expect(await factsOf(made.id)).toEqual(['MeasureWasDefined']);
  });

  test('that follows holds from a later day, after every figure, and is numbered on', async () => {
    await figure();
    expect(ending(await redefine(owner, { holdsFrom: '2020-01-01' }))).toBe('SeriesHasBegun');
    expect(ending(await redefine(owner, { holdsFrom: '2026-01-01' }))).toBe('SeriesHasBegun');
    expect(ending(await redefine(owner, { holdsFrom: '2026-01-02', changeNote: ' ' }))).toBe('invalid');
    expect(ending(await redefine(owner, { holdsFrom: '2026-01-02' }))).toBe('done');
    expect(ending(await redefine(owner, { holdsFrom: '2026-01-02' }))).toBe('SeriesHasBegun');
    expect((await page(member))?.versions.map(({ number }) => number)).toEqual([2, 1]);
  });
});

describe('a change', () => {
  test('counts revisions, so that the second press finds it changed', async () => {
    expect(ending(await change(owner, { name: 'Other' }))).toBe('done');
    const again = await change(owner, { name: 'Other' });
    expect([ending(again), again.kind === 'refused' && again.refusal.stale]).toEqual([
      'MeasureHasChanged',
      true,
    ]);
    expect(await row()).toMatchObject({ name: 'Other', revision: 2 });
    expect(await factsOf()).toEqual(['MeasureWasChanged']);
  });

  test('leaves no measure in pilot without its owner', async () => {
    expect(ending(await change(owner, { owner: '' }))).toBe('MeasureIsOwned');
    expect(ending(await change(owner, { organisation: '' }))).toBe('MeasureIsOwned');
    expect(ending(await change(owner, { reviewOn: '' }))).toBe('MeasureIsOwned');
    expect((await row()).revision).toBe(1);
  });

  test('leaves what figures mean once there are any, and corrects the rest', async () => {
    await figure();
    const kept = { wanted: 'lower', unit: 'cases', part: 'impact', class: 'outcome' };
    for (const over of [{ unit: 'people' }, { wanted: 'higher' }, { part: 'effort' }, { class: 'output' }])
      expect(ending(await change(owner, { ...kept, ...over }))).toBe('MeasureHasValues');
    expect(ending(await change(owner, { ...kept, name: 'Spelt right' }))).toBe('done');
  });
});

describe('a move', () => {
  test.each([
    ['pilot', 'MeasureMovesOnward'],
    ['draft', 'invalid'],
    ['inUse', 'done'],
  ])('from pilot to %s: %s', async (to, name) => expect(ending(await move(owner, to))).toBe(name));

  test('ends for good, with its reason, and nothing is done to it any more', async () => {
    expect(ending(await move(owner, 'retired', 'Counted elsewhere'))).toBe('done');
    expect(await row()).toMatchObject({ state: 'retired', stateReason: 'Counted elsewhere', revision: 2 });
    expect(ending(await move(owner, 'retired', 'Again'))).toBe('MeasureMovesOnward');
    expect(ending(await move(coordinator, 'pilot'))).toBe('MeasureMovesOnward');
    expect(ending(await change(owner, { revision: 2 }))).toBe('MeasureIsRetired');
    expect(ending(await redefine(owner, { holdsFrom: '2026-01-01' }))).toBe('MeasureIsRetired');
    expect(ending(await record(owner))).toBe('MeasureIsNotCounted');
    expect(await factsOf()).toEqual(['MeasureHasMoved']);
    expect((await page(owner))?.may).toEqual({ keep: false, moves: [] });
  });
});

describe('a figure', () => {
  test.each<[object, string]>([
    [{ startsOn: '2026-01-02' }, 'PeriodIsWrong'],
    [{ startsOn: '2199-01-01' }, 'PeriodIsToCome'],
    [{ startsOn: '2019-10-01' }, 'SeriesIsWrong'],
    [{ startsOn: '2020-01-01' }, 'done'],
    [{ value: '' }, 'invalid'],
    [{ confidence: 'certain' }, 'invalid'],
  ])('with %j: %s', async (over, name) => expect(ending(await record(owner, over))).toBe(name));

  test('is corrected with a reason; the one before stays and is looked at no more', async () => {
    const first = await figure();
    expect(ending(await record(owner, { value: '44' }))).toBe('CorrectionHasNoReason');
    const second = await figure({ value: '44', note: 'Two came late' });
    const third = await figure({ value: '45', note: 'A third' });
    expect((await page(member))?.values.map(({ reference, current }) => [reference, current])).toEqual([
      ...[
        [third, true],
        [second, false],
        [first, false],
      ],
    ]);
    expect(ending(await link(owner, first))).toBe('FigureIsSuperseded');
    expect(await factsOf()).toEqual([
      ...['MeasureValueWasRecorded', 'MeasureValueWasCorrected', 'MeasureValueWasCorrected'],
    ]);
  });

  test('is evidenced by its owner and validated by somebody else, each once', async () => {
    const reference = await figure();
    const may = async (actor: Actor) => (await ask(valueToCheck, actor, { reference }))?.may;
    expect(await may(owner)).toEqual({ evidence: true, validate: false });
    expect(ending(await validate(colleague, reference))).toBe('FigureIsNotEvidenced');
    expect(ending(await link(colleague, reference))).toBe('denied');
    for (const evidence of [newReference(), 'javascript:alert(1)', 'https://', 'returns.example'])
      expect(ending(await link(owner, reference, evidence))).toBe('EvidenceIsUnknown');
    expect(ending(await link(owner, reference))).toBe('done');
    expect(ending(await link(owner, reference))).toBe('FigureIsEvidenced');
    expect(await may(owner)).toEqual({ evidence: false, validate: false });
    expect(await may(colleague)).toEqual({ evidence: false, validate: true });
    expect([ending(await validate(owner, reference)), ending(await validate(member, reference))]).toEqual([
      ...['denied', 'denied'],
    ]);
    expect(ending(await validate(colleague, reference))).toBe('done');
    expect(ending(await validate(coordinator, reference))).toBe('FigureIsValidated');
    expect((await page(auditor))?.values[0]?.checks.map(({ step, by }) => [step, by])).toEqual([
      ['evidenced', 'Olive Owner'],
      ['validated', 'Col League'],
    ]);
  });

  test('shows the title of its evidence to whoever may know of it', async () => {
    const finding = await makeFinding({ title: 'Children counted' });
    done(await link(owner, await figure(), finding.reference));
    expect((await page(member))?.values[0]?.checks[0]).toMatchObject({
      ...{ kind: 'finding', reference: finding.reference, title: 'Children counted' },
    });
  });
});

describe('the database', () => {
  const value = (over: object = {}) =>
    makeValue({
      ...{
        measureId: measure.id,
        recordedById: owner.id,
        startsOn: new Date('2026-01-01'),
        value: 1,
        ...over,
      },
    });

  test('refuses a figure that no command would record', async () => {
    await value();
    await expect(value()).rejects.toThrow(/measure_value_one_a_period|Unique constraint/);
    await expect(value({ startsOn: new Date('2026-02-01') })).rejects.toThrow(/PeriodIsWrong/);
    await expect(value({ startsOn: new Date('2019-01-01') })).rejects.toThrow(/SeriesIsWrong/);
    const other = await makeMeasure({ createdById: owner.id });
    const foreign = await value({ measureId: other.id });
    const elsewhere = value({ startsOn: new Date('2026-04-01'), supersedesId: foreign.id });
    await expect(elsewhere).rejects.toThrow(/CorrectionIsElsewhere/);
  });

  test.each<[object, RegExp]>([
    [{ name: ' ' }, /measure_said_check/],
    [{ unit: '' }, /measure_said_check/],
    [{ class: 'result' }, /measure_kinds_check/],
    [{ wanted: 'up' }, /measure_kinds_check/],
    [{ termId: null }, /measure_about_check/],
    [{ baseline: 4 }, /measure_baseline_check/],
    [{ effectMonths: 241 }, /measure_effect_check/],
    [{ effectMonths: -1 }, /measure_effect_check/],
    [{ reviewOn: null }, /measure_owned_check/],
    [{ pilotedAt: null }, /measure_piloted_check/],
    [{ state: 'retired' }, /measure_retired_check/],
    [{ state: 'draft' }, /MeasureMovesOnward/],
  ])('refuses a measure with %j', async (data, constraint) =>
    expect(store.db.measure.update({ where: { id: measure.id }, data })).rejects.toThrow(constraint),
  );
});

test('the form offers owners who can answer for a measure, to those who may define one', async () => {
  expect(await ask(measureChoices, member, {})).toBeNull();
  const choices = await ask(measureChoices, colleague, {});
  const owners = choices?.owners.map(({ value }) => value);
  expect(owners).toEqual(expect.arrayContaining([owner.reference, coordinator.reference]));
  for (const nobody of [member, unverified, auditor]) expect(owners).not.toContain(nobody.reference);
  expect(choices?.about.map(({ value }) => value)).toContain(area);
});
