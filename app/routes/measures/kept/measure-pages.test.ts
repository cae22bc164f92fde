import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeMeasure, makeValue } from '../../../../tests/support/factories/measures';
import { makePerson, makeTeam } from '../../../../tests/support/factories/people';
import { HOSTILE, makeReaders, newId, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';
import { toldOf } from '../../../../tests/support/told';

const store = useDatabase();
let who: Readers;
let owner: { id: string; reference: string };
let colleague: string;
let organisation: string;
let area: { id: string; slug: string; name: string };
const day = (text: string) => new Date(`${text}T00:00:00Z`);

beforeAll(async () => {
  who = await makeReaders();
  owner = await makePerson({ name: 'Olive Owner' });
  colleague = (await makePerson({ name: 'Col League' })).id;
  const members = [owner.id, colleague].map((personId) => ({ personId, roles: ['author' as const] }));
  const team = await makeTeam({ members });
  organisation = (await store.db.organisation.findUniqueOrThrow({ where: { id: team.organisationId } }))
    .reference;
  area = await store.db.term.findFirstOrThrow({
    where: { scheme: 'threatArea' },
    orderBy: { position: 'asc' },
  });
});

const whole = () => ({
  ...{
    name: 'Children kept safe',
    about: `area:${area.slug}`,
    class: 'outcome',
    part: 'impact',
    unit: 'children',
  },
  ...{
    wanted: 'higher',
    periodKind: 'quarter',
    baseline: '',
    effectMonths: '18',
    organisation: '',
    owner: '',
  },
  ...{ definition: 'Children moved to safety', method: 'Counted from returns', definitionSource: 'Form 12' },
  ...{ 'holdsFrom.day': '1', 'holdsFrom.month': '1', 'holdsFrom.year': '2025' },
});
const review = { 'reviewOn.day': '1', 'reviewOn.month': '6', 'reviewOn.year': '2027' };
const owned = () => ({ organisation, owner: owner.reference, ...review });
const figure = (startsOn: string, value: string, more = {}) => ({
  ...{ startsOn, value, source: 'Return 7', confidence: 'moderate', note: '' },
  ...more,
});

test('defined, piloted, counted, corrected, evidenced, validated by somebody else, redefined, retired', async () => {
  expect((await send(paths.newMeasure(), whole(), { as: who.member })).status).toBe(403);
  const bad = await send(
    paths.newMeasure(),
    { ...whole(), about: 'area:none', baseline: '1e' },
    { as: owner.id },
  );
  expect(bad.messageBeside('baseline')).toContain('Enter a number');
  const half = await send(paths.newMeasure(), { ...whole(), baseline: '40' }, { as: owner.id });
  expect(half.messageBeside('baselineOn')).toContain('or neither');
  await send(paths.newMeasure(), whole(), { as: owner.id });
  const { id, reference } = await store.db.measure.findFirstOrThrow({
    where: { name: 'Children kept safe' },
  });
  const page = paths.measureRecord(reference);

  // B: without owner or review date it stays a draft, by the command and by the database.
  const early = await send(page, { to: 'pilot' }, { as: owner.id });
  expect([early.status, early.text]).toEqual([
    422,
    expect.stringContaining('without an owner, an owning organisation, a review date'),
  ]);
  const pilot = { where: { id }, data: { state: 'pilot', pilotedAt: new Date() } };
  await expect(store.db.measure.update(pilot)).rejects.toThrow(/measure_owned_check/);
  const stale = await send(
    paths.editMeasure(reference),
    { ...whole(), ...owned(), ...noDefinition, revision: '9' },
    { as: owner.id },
  );
  expect(stale.status).toBe(409);
  await send(
    paths.editMeasure(reference),
    { ...whole(), ...owned(), ...noDefinition, revision: '1' },
    { as: owner.id },
  );
  expect((await send(page, { to: 'inUse' }, { as: owner.id })).status).toBe(409);
  expect((await send(page, { to: 'pilot' }, { as: colleague })).status).toBe(403);
  await send(page, { to: 'pilot' }, { as: owner.id });

  const record = (fields: Record<string, string>, as = owner.id) =>
    send(paths.recordValue(reference), fields, { as });
  expect((await record(figure('2026-01-01', 'many'))).messageBeside('value')).toContain('Enter a number');
  expect((await record(figure('2026-02-01', '40'))).messageBeside('startsOn')).toContain(
    'one of the periods',
  );
  expect((await record(figure('2024-10-01', '40'))).messageBeside('startsOn')).toContain('No definition');
  expect((await record(figure('2199-01-01', '40'))).messageBeside('startsOn')).toContain('not begun');
  expect((await record({ ...figure('2026-01-01', '40'), source: '' })).messageBeside('source')).toContain(
    'comes from',
  );
  await record(figure('2026-01-01', '40', { source: HOSTILE }));
  expect((await record(figure('2026-01-01', '44'))).messageBeside('note')).toContain('why it is corrected');
  await record(figure('2026-01-01', '44', { note: 'Two returns came late' }));
  await record(figure('2026-04-01', '50'));

  const [first, second] = await store.db.measureValue.findMany({ orderBy: { recordedAt: 'asc' } });
  if (!first || !second) throw new Error('two figures');
  expect(second.supersedesId).toBe(first.id);
  const link = (fields: object, value = second.reference, as = owner.id) =>
    send(paths.evidenceValue(value), { evidence: '', note: 'It counts them', ...fields }, { as });
  const finding = await makeFinding({ title: 'Children counted' });
  expect((await link({ evidence: 'nothing' })).messageBeside('evidence')).toContain('an address that begins');
  expect((await send(paths.validateValue(second.reference), { note: 'Yes' }, { as: colleague })).status).toBe(
    422,
  );
  await link({ evidence: finding.reference });
  expect((await visit(paths.evidenceValue(first.reference), { as: owner.id })).status).toBe(403);
  expect((await visit(paths.validateValue(second.reference), { as: owner.id })).status).toBe(403);
  expect((await send(paths.validateValue(second.reference), { note: 'Mine' }, { as: owner.id })).status).toBe(
    403,
  );
  await send(
    paths.validateValue(second.reference),
    { note: 'Recounted from the returns' },
    { as: colleague },
  );
  expect((await toldOf('MeasureValueWasValidated', id)).people).toEqual([owner.id]);

  const shown = await visit(page, { as: who.member });
  for (const words of ['Validated', 'Claimed', 'corrected', 'Children counted', 'better than 44 children'])
    expect(shown.text).toContain(words);
  expect(shown.$('main script')).toHaveLength(0);

  const again = {
    definition: 'Children moved or warned',
    method: 'Counted',
    definitionSource: 'Form 13',
    changeNote: 'Wider',
  };
  const from = (month: string) => ({
    'holdsFrom.day': '1',
    'holdsFrom.month': month,
    'holdsFrom.year': '2026',
  });
  const joined = await send(paths.redefineMeasure(reference), { ...again, ...from('4') }, { as: owner.id });
  expect(joined.text).toContain('after every period that has a figure');
  await send(paths.redefineMeasure(reference), { ...again, ...from('7') }, { as: owner.id });
  await record(figure('2026-07-01', '90'));
  const apart = await visit(page, { as: who.auditor });
  expect(apart.text).toContain('90 children in Quarter 3 of 2026, by a new definition');
  expect(apart.$('.series-chart polyline')).toHaveLength(2);
  const file = (await visit(paths.measureCsv(reference), { as: who.member })).html;
  expect(file).toContain('not joined');
  expect(file).not.toContain(',40,');

  expect(
    (await send(paths.retireMeasure(reference), { reason: '' }, { as: owner.id })).messageBeside('reason'),
  ).toContain('no longer counted');
  await send(paths.retireMeasure(reference), { reason: 'Counted elsewhere' }, { as: owner.id });
  expect((await record(figure('2026-10-01', '1'))).status).toBe(422);
});

const noDefinition = {
  ...{ definition: undefined, method: undefined, definitionSource: undefined },
  ...{ 'holdsFrom.day': undefined, 'holdsFrom.month': undefined, 'holdsFrom.year': undefined },
} as unknown as Record<string, string>;

describe('the database', () => {
  test('keeps figures and definitions, joins no series, and lets nobody validate their own', async () => {
    const measure = await makeMeasure({ createdById: owner.id, periodKind: 'year' });
    const value = await makeValue({
      measureId: measure.id,
      recordedById: owner.id,
      startsOn: day('2024-01-01'),
      value: 4,
    });
    const base = { measureId: measure.id, recordedById: owner.id, value: 1 };
    await expect(makeValue({ ...base, startsOn: day('2024-01-01') })).rejects.toThrow();
    await expect(makeValue({ ...base, startsOn: day('2024-04-01') })).rejects.toThrow(/PeriodIsWrong/);
    await expect(makeValue({ ...base, startsOn: day('2025-01-01'), version: 2 })).rejects.toThrow(
      /SeriesIsWrong/,
    );
    await expect(makeValue({ ...base, startsOn: day('2025-01-01'), supersedesId: value.id })).rejects.toThrow(
      /CorrectionIsElsewhere/,
    );
    await expect(
      store.db.measureValue.update({ where: { id: value.id }, data: { value: 5 } }),
    ).rejects.toThrow(/RowIsKept/);
    await expect(store.db.measureVersion.deleteMany({ where: { measureId: measure.id } })).rejects.toThrow(
      /RowIsKept/,
    );
    const change = { where: { id: measure.id }, data: { unit: 'pounds' } };
    await expect(store.db.measure.update(change)).rejects.toThrow(/MeasureHasValues/);
    const check = (step: string, byId: string, more = {}) =>
      store.db.measureCheck.create({
        data: { valueId: value.id, step, byId, note: 'Seen', at: new Date(), ...more },
      });
    await expect(check('validated', colleague)).rejects.toThrow(/FigureIsNotEvidenced/);
    await expect(check('evidenced', owner.id)).rejects.toThrow(/measure_check_evidence/);
    await check('evidenced', owner.id, { address: 'https://returns.example/7' });
    await expect(check('validated', owner.id)).rejects.toThrow(/OthersValidate/);
    await check('validated', colleague);
    const begun = { ...measure, id: newId(), reference: newId(), state: 'inUse' };
    await expect(store.db.measure.create({ data: begun })).rejects.toThrow(/MeasureBeginsAsDraft/);
  });

  test('makes follow-ups 6, 12 and 24 months after the pilot began, each with a reference that holds', async () => {
    const measure = await makeMeasure({ createdById: owner.id, pilotedAt: new Date('2026-03-31T23:30:00Z') });
    const rows = await store.db.followUp.findMany({
      where: { measureId: measure.id },
      orderBy: { months: 'asc' },
    });
    expect(rows.map(({ months, dueOn }) => [months, dueOn.toISOString().slice(0, 10)])).toEqual([
      [6, '2026-10-01'],
      [12, '2027-04-01'],
      [24, '2028-04-01'],
    ]);
    const { parseReference } = await import('~/domain/reference');
    expect(rows.map(({ reference }) => parseReference(reference))).toEqual(
      rows.map(({ reference }) => reference),
    );
  });
});

test('the list filters, says what is due, and is for members and the auditor', async () => {
  const measure = await makeMeasure({ createdById: owner.id, name: 'Old one', reviewOn: day('2026-12-31') });
  const list = async (filters = {}, as = who.member) => visit(paths.measures(filters), { as });
  expect((await list()).text).toContain('Children kept safe');
  expect((await list({ state: 'retired' })).text).not.toContain('Old one');
  expect((await list({ show: 'due' })).text).not.toContain('Old one');
  await moveClock('60 days');
  expect((await list({ show: 'due' })).text).toContain('Old one');
  expect((await visit(paths.measureRecord(measure.reference), { as: who.auditor })).text).toContain(
    'Needs review',
  );
  for (const as of [who.committee, who.unverified]) expect((await list({}, as)).status).toBe(403);
  expect((await visit(paths.measures())).location).toContain('/sign-in');
  expect((await list({ state: 'odd' })).status).toBe(400);
});
