import { beforeAll, expect, test } from 'vitest';
import { run } from '~/domain/command.server';
import { giveResponsibility } from '~/domain/governance/responsibilities/commands/give-responsibility.server';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeGroup } from '../../../../tests/support/factories/groups';
import { actorFor, makeOrganisation, makeTeam } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { HOSTILE, makeReaders, newId, type Readers } from '../../../../tests/support/factories/readers';
import { termCalled } from '../../../../tests/support/factories/terms';
import { ending } from '../../../../tests/support/outcome';
import { send, visit } from '../../../../tests/support/site';
import { flawsOf } from '../../../../tests/support/site/page';

const database = useDatabase();
let who: Readers;
let alpha: { id: string; reference: string };
let beta: { id: string; reference: string };
let drugs: { id: string; reference: string; name: string };

beforeAll(async () => {
  who = await makeReaders();
  [alpha, beta] = await Promise.all([
    makeOrganisation({ name: 'Alpha Office' }),
    makeOrganisation({ name: 'Beta Office' }),
  ]);
  drugs = await termCalled('threatArea', 'illegal-drugs');
});

const since = (iso: string, name = 'startsOn') => {
  const [year = '', month = '', day = ''] = iso.split('-');
  return { [`${name}.day`]: day, [`${name}.month`]: month, [`${name}.year`]: year };
};
const form = () => ({
  ...{ role: 'accountable', organisation: alpha.reference, team: '', level: '', note: '' },
  ...since('2023-01-01'),
});
const give = (
  over: Record<string, string> = {},
  as = who.coordinator,
  subject = drugs.reference,
  kind = 'threatArea',
) => send(paths.giveResponsibility(kind, subject), { ...form(), ...over }, { as });
const matrix = async (filters = {}, as = who.member) => visit(paths.responsibilities(filters), { as });
const counts = async (kind: string) => {
  const { $ } = await matrix({ kind });
  return $('.stat-strip__value')
    .toArray()
    .map((one) => Number($(one).text()));
};

test('one is accountable for a threat area: a second is told who holds it, by form and by the database', async () => {
  const [all = 0, gaps = 0] = await counts('threatArea');
  expect(gaps).toBe(all);
  expect((await give({ role: '' })).messageBeside('role')).toContain('Choose what');
  expect((await give({ organisation: '' })).messageBeside('organisation')).toContain(
    'Choose an organisation',
  );
  expect((await give(since('2199-01-01'))).messageBeside('startsOn')).toContain('in the past');
  expect((await give({}, who.member)).status).toBe(403);
  expect((await give({ note: HOSTILE })).location).toBe(
    paths.responsibilitySubject('threatArea', drugs.reference),
  );
  const second = await give({ organisation: beta.reference });
  expect([second.status, second.messageBeside('role')]).toEqual([
    422,
    'Alpha Office is accountable for it. End that first, then name the next one',
  ]);
  const row = {
    role: 'accountable' as const,
    termId: drugs.id,
    organisationId: beta.id,
    recordedAt: new Date(),
  };
  const raw = (more = {}) =>
    database.db.responsibility.create({
      data: { id: newId(), reference: newId().slice(-8), ...row, startsOn: new Date('2024-01-01'), ...more },
    });
  await expect(raw()).rejects.toThrow();
  await expect(raw({ termId: null })).rejects.toThrow();
  expect(await counts('threatArea')).toEqual([all, gaps - 1, 0]);
  const held = await database.db.responsibility.findFirstOrThrow({ where: { termId: drugs.id } });
  const of = { where: { id: held.id } };
  await expect(database.db.responsibility.update({ ...of, data: { note: 'x' } })).rejects.toThrow(
    /ResponsibilityIsKept/,
  );
  await expect(database.db.responsibility.delete(of)).rejects.toThrow(/ResponsibilityIsKept/);
  const end = (iso: string, reason = 'The law changed') =>
    send(
      paths.endResponsibility('threatArea', drugs.reference, held.reference),
      { reason, ...since(iso, 'endsOn') },
      { as: who.coordinator },
    );
  expect((await end('2022-01-01')).messageBeside('endsOn')).toContain('not held yet');
  expect((await end('2024-06-01', '')).messageBeside('reason')).toContain('Say why');
  expect((await end('2024-06-01')).status).toBe(303);
  expect((await end('2024-06-01')).status).toBe(422);
  expect((await give({ organisation: beta.reference })).messageBeside('startsOn')).toContain(
    'Somebody else was',
  );
  expect((await give({ organisation: beta.reference, ...since('2024-06-01') })).status).toBe(303);
  const shown = await visit(paths.responsibilitySubject('threatArea', drugs.reference), { as: who.member });
  expect(shown.text).toMatch(/Beta Office.*Alpha Office.*1 June 2024.*The law changed/s);
  expect(shown.$('main script')).toHaveLength(0);
  expect(flawsOf(shown.$)).toEqual([]);
});

test('at once, one of two becomes accountable', async () => {
  const fraud = await termCalled('threatArea', 'fraud');
  const actor = await actorFor(who.coordinator);
  const both = await Promise.all(
    [alpha, beta].map(({ reference }) =>
      run(giveResponsibility, actor, {
        ...{ kind: 'threatArea', subject: fraud.reference, role: 'accountable', organisation: reference },
        startsOn: '2024-01-01',
      }),
    ),
  );
  expect(both.map(ending).toSorted()).toEqual(['SomebodyIsAccountable', 'done']);
});

test('two responsible at one level are a clash; a team belongs to its organisation', async () => {
  const cyber = await termCalled('threatArea', 'cyber-crime');
  const team = await makeTeam({ organisationId: beta.id });
  const about = (over: Record<string, string>) =>
    give({ role: 'responsible', level: 'local', ...over }, who.coordinator, cyber.reference);
  expect((await about({ team: team.reference })).messageBeside('team')).toContain('a team of Alpha Office');
  await about({});
  expect((await about({})).messageBeside('role')).toContain('responsible already');
  await about({ organisation: beta.reference, team: team.reference });
  const clashes = await matrix({ kind: 'threatArea', show: 'clashes' });
  expect(clashes.text).toContain('Alpha Office and Beta Office are all responsible at local level');
  expect(clashes.text).toContain(`Beta Office, ${team.name} (local)`);
  expect(clashes.$('tbody tr')).toHaveLength(1);
  expect(flawsOf(clashes.$)).toEqual([]);
  expect((await matrix({ kind: 'threatArea', show: 'gaps' })).text).not.toContain('Fraud and other');
});

test('questions, priorities, items of frameworks and decisions are subjects, of what a reader may know', async () => {
  const question = await makeQuestion({ title: 'Who pays whom?' });
  const hidden = await makeQuestion({ title: 'For the team alone', visibility: 'team' });
  const group = await makeGroup();
  const decision = await database.db.groupDecision.create({
    data: {
      ...{ id: newId(), reference: '7K4QXMF2', groupId: group.id, what: 'Count the parcels' },
      ...{ decidedOn: new Date('2024-01-01'), recordedAt: new Date() },
    },
  });
  expect((await matrix({ kind: 'question' })).text).toContain('Who pays whom?');
  expect((await matrix({ kind: 'question' })).text).not.toContain('For the team alone');
  expect((await give({}, who.coordinator, question.reference, 'question')).status).toBe(303);
  expect(
    (await visit(paths.responsibilitySubject('question', hidden.reference), { as: who.member })).status,
  ).toBe(404);
  expect((await matrix({ kind: 'action' })).text).toContain(decision.what);
  for (const kind of ['priority', 'objective']) expect((await matrix({ kind })).status).toBe(200);
  expect((await matrix({ kind: 'weather' })).status).toBe(400);
  expect(
    (await visit(paths.responsibilitySubject('weather', question.reference), { as: who.member })).status,
  ).toBe(404);
});

test('the map draws who does what, and its table says the same', async () => {
  await makeGroup({ name: 'Drawn Board', remit: ['illegal-drugs', 'pursue', 'national'] });
  await give({ role: 'informed', organisation: alpha.reference });
  const shown = await visit(paths.governance(), { as: who.member });
  expect(shown.$('.who-map a[aria-label="Drawn Board"]')).toHaveLength(1);
  expect(shown.$('.who-map a[aria-label="Alpha Office"]').attr('href')).toContain('/organisations/');
  expect(shown.text).toMatch(/Drawn Board\s*Illegal drugs\s*governs/);
  expect(shown.text).toMatch(/\d+ of \d+ threat areas have a group that governs them/);
  expect(flawsOf(shown.$)).toEqual([]);
});

test('who reads and who keeps', async () => {
  const page = paths.responsibilitySubject('threatArea', drugs.reference);
  for (const as of [who.committee, who.unverified]) {
    expect((await matrix({}, as)).status).toBe(403);
    expect((await visit(page, { as })).status).toBe(404);
  }
  expect((await visit(page, { as: who.auditor })).status).toBe(200);
  const giving = paths.giveResponsibility('threatArea', drugs.reference);
  expect((await visit(giving, { as: who.auditor })).status).toBe(403);
  expect(flawsOf((await visit(giving, { as: who.coordinator })).$)).toEqual([]);
});
