import { beforeAll, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeCapability } from '../../../../tests/support/factories/capabilities';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeOrganisation } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { HOSTILE, makeReaders, newId, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';
import { flawsOf } from '../../../../tests/support/site/page';

const database = useDatabase();
let who: Readers;
let owner: { id: string; reference: string };

beforeAll(async () => {
  who = await makeReaders();
  owner = await makeOrganisation({ name: 'Alpha Office' });
});

const whole = () => ({
  ...{
    kind: 'held',
    name: 'Ledger tracing',
    purpose: 'Traces payments in virtual currency.',
    stage: 'trial',
  },
  ...{ level: 'national', owner: owner.reference, threatAreas: 'money-laundering' },
});
const add = (over: Record<string, string> = {}, as = who.coordinator) =>
  send(paths.newCapability(), { ...whole(), ...over }, { as });
const page = (reference: string, as = who.member) => visit(paths.capability(reference), { as });

test('a capability is added and changed, with what stood before kept', async () => {
  for (const [change, field, words] of [
    [{ name: '' }, 'name', 'Enter a name'],
    [{ kind: '' }, 'kind', 'has it or lacks it'],
    [{ stage: '' }, 'stage', 'Choose its stage'],
    [{ kind: 'wanted' }, 'stage', 'A gap has no stage'],
    [{ level: '' }, 'level', 'Choose a level'],
    [{ owner: '' }, 'owner', 'Choose an organisation'],
    [{ threatAreas: 'nothing' }, 'threatAreas', 'no longer in use'],
  ] as const) {
    const sent = await add(change);
    expect([sent.status, sent.messageBeside(field)]).toEqual([422, expect.stringContaining(words)]);
  }
  expect((await add({}, who.member)).status).toBe(403);
  const sent = await add({ purpose: HOSTILE, users: owner.reference });
  const { reference, id } = await database.db.capability.findFirstOrThrow({
    where: { name: 'Ledger tracing' },
  });
  expect(sent.location).toBe(paths.capability(reference));
  const edit = () =>
    send(
      paths.editCapability(reference),
      { ...whole(), stage: 'inUse', revision: '1', changeNote: 'Its trial ended' },
      { as: who.coordinator },
    );
  expect((await visit(paths.editCapability(reference), { as: who.coordinator })).fields['stage']).toBe(
    'trial',
  );
  expect([(await edit()).status, (await edit()).status]).toEqual([303, 409]);
  const shown = await page(reference);
  expect(shown.text).toMatch(/In use.*Its trial ended.*First recorded/s);
  expect(shown.$('main script')).toHaveLength(0);
  expect(flawsOf(shown.$)).toEqual([]);
  await expect(database.db.capabilityVersion.deleteMany({ where: { capabilityId: id } })).rejects.toThrow(
    /CapabilityHistoryIsKept/,
  );
  await expect(database.db.capability.update({ where: { id }, data: { stage: null } })).rejects.toThrow();
});

test('two of the same function and level are flagged on both, until somebody says that they are two', async () => {
  const purpose = 'Reads number plates from lorries at ferry ramps.';
  const [one, other, local] = [
    await makeCapability({ name: 'Plates A', purpose }),
    await makeCapability({
      name: 'Plates B',
      purpose: 'At ferry ramps it reads the number plates of lorries',
    }),
    await makeCapability({ name: 'Plates C', purpose, level: 'local' }),
  ];
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    const shown = await page(from.reference);
    expect(shown.text).toContain(`Perhaps the same, at the same level: ${to.name}`);
    expect(shown.text).not.toContain('They are two');
  }
  expect((await page(local.reference)).text).not.toContain('Perhaps the same');
  const apart = paths.capabilityApart(one.reference, other.reference);
  expect(flawsOf((await visit(apart, { as: who.coordinator })).$)).toEqual([]);
  expect((await send(apart, { reason: '' }, { as: who.coordinator })).messageBeside('reason')).toContain(
    'two',
  );
  expect((await send(apart, { reason: 'One is for the army' }, { as: who.coordinator })).status).toBe(303);
  expect((await send(apart, { reason: 'Again' }, { as: who.coordinator })).status).toBe(422);
  expect((await page(other.reference)).text).not.toContain('Perhaps the same');
});

test('a gap shows its questions and findings; linking and unlinking is in the trail', async () => {
  const gap = await makeCapability({ name: 'Reading locked phones', wanted: true });
  const question = await makeQuestion({ title: 'How are phones opened?' });
  const secret = await makeFinding({ state: 'submitted' });
  const finding = await makeFinding({ title: 'Phones counted' });
  const link = (over: Record<string, string>) =>
    send(
      paths.linkCapability(gap.reference),
      { question: '', finding: '', ...over },
      { as: who.coordinator },
    );
  expect((await link({})).messageBeside('question')).toContain('one of the two');
  expect((await link({ finding: secret.reference })).messageBeside('finding')).toContain('published finding');
  expect((await link({ finding: finding.reference })).status).toBe(303);
  expect((await link({ finding: finding.reference })).status).toBe(422);
  expect((await link({ question: question.reference })).status).toBe(303);
  const shown = await page(gap.reference);
  for (const words of ['Gap', 'How are phones opened?', 'Phones counted', 'Wanted by'])
    expect(shown.text).toContain(words);
  const row = await database.db.capabilityLink.findFirstOrThrow({
    where: { capabilityId: gap.id, findingId: { not: null } },
  });
  const unlink = (as: string) =>
    send(paths.capability(gap.reference), { intent: 'unlink', link: row.id }, { as });
  expect((await unlink(who.member)).status).toBe(403);
  expect((await unlink(who.coordinator)).status).toBe(303);
  expect((await unlink(who.coordinator)).status).toBe(422);
  expect((await page(gap.reference)).text).not.toContain('Phones counted');
  await expect(database.db.capabilityLink.delete({ where: { id: row.id } })).rejects.toThrow(/HistoryIsKept/);
  const facts = await database.db.fact.findMany({
    where: { nounId: gap.id },
    orderBy: { number: 'asc' },
    select: { name: true },
  });
  expect(facts.map(({ name }) => name).filter((name) => name.includes('inked'))).toEqual([
    'CapabilityWasLinked',
    'CapabilityWasLinked',
    'CapabilityWasUnlinked',
  ]);
});

test('questions about a capability for the same threat are offered to be linked', async () => {
  const gap = await makeCapability({ name: 'Watching boats', wanted: true, areas: ['illegal-firearms'] });
  const question = await makeQuestion({
    title: 'What could watch the boats?',
    terms: [
      { scheme: 'questionType', slug: 'capability-challenge' },
      { scheme: 'threatArea', slug: 'illegal-firearms' },
    ],
  });
  expect((await page(gap.reference)).text).not.toContain('What could watch');
  const offered = await page(gap.reference, who.coordinator);
  expect(offered.text).toContain('What could watch the boats?');
  expect(flawsOf(offered.$)).toEqual([]);
  const press = await send(
    paths.capability(gap.reference),
    { intent: 'link', question: question.reference },
    { as: who.coordinator },
  );
  expect(press.status).toBe(303);
  expect((await page(gap.reference)).text).toContain('What could watch the boats?');
});

test('the register is filtered; who reads it and who keeps it', async () => {
  await makeCapability({ name: 'Zeta scanner', areas: ['fraud'], level: 'online' });
  const list = async (filters: Record<string, string>, as = who.member) =>
    (await visit(paths.capabilities(filters), { as })).text;
  expect(await list({ area: 'fraud', level: 'online', stage: 'inUse', kind: 'held' })).toContain(
    'Zeta scanner',
  );
  expect(await list({ kind: 'wanted' })).not.toContain('Zeta scanner');
  expect(await list({ q: 'zeta SC' })).toContain('Zeta scanner');
  expect(await list({ stage: 'idea' })).toContain('Nothing is like that');
  const shown = await visit(paths.capabilities(), { as: who.auditor });
  expect([shown.status, flawsOf(shown.$)]).toEqual([200, []]);
  const { reference } = await makeCapability();
  for (const as of [who.committee, who.unverified]) {
    expect((await visit(paths.capabilities(), { as })).status).toBe(403);
    expect((await page(reference, as)).status).toBe(404);
  }
  for (const address of [paths.editCapability, paths.linkCapability])
    expect((await visit(address(reference), { as: who.auditor })).status).toBe(403);
  expect((await visit(paths.history('capability', reference), { as: who.member })).status).toBe(200);
  const of = { capabilityId: newId(), linkedAt: new Date(), linkedById: who.coordinator };
  await expect(database.db.capabilityLink.create({ data: { id: newId(), ...of } })).rejects.toThrow();
});
