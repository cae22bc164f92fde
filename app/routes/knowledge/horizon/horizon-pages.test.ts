import { beforeAll, describe, expect, test } from 'vitest';
import { movement, showLikelihood, type Likelihood } from '~/domain/elicitation/horizon/yardstick';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { HOSTILE, makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { makeSignal } from '../../../../tests/support/factories/signals';
import { send, visit } from '../../../../tests/support/site';
import { flawsOf } from '../../../../tests/support/site/page';

const database = useDatabase();
let who: Readers;
let other: string;
let area: { slug: string; name: string };

beforeAll(async () => {
  who = await makeReaders();
  other = (await makePerson({ expert: true })).id;
  area = await database.db.term.findFirstOrThrow({ where: { scheme: 'threatArea', parentId: null } });
});

const page = (reference: string, as?: string) => visit(paths.signal(reference), { as });
const press = (reference: string, intent: string, as: string, more = {}) =>
  send(paths.signal(reference), { intent, ...more }, { as });
const whole = () => ({
  ...{ title: 'Drones over prisons', changing: 'They drop parcels at night.', threatAreas: area.slug },
  ...{ questions: '', elicitation: '', 'reviewBy.day': '1', 'reviewBy.month': '6', 'reviewBy.year': '2027' },
});
const draft = (as: string | undefined, change: Record<string, string> = {}) =>
  send(paths.newSignal(), { ...whole(), ...change }, { as });

test.each<[Likelihood, string]>([
  ['remoteChance', 'Remote chance (0 to 5%)'],
  ['highlyUnlikely', 'Highly unlikely (10 to 20%)'],
  ['unlikely', 'Unlikely (25 to 35%)'],
  ['realisticPossibility', 'Realistic possibility (40 to under 50%)'],
  ['likely', 'Likely or probable (55 to 75%)'],
  ['highlyLikely', 'Highly likely (80 to 90%)'],
  ['almostCertain', 'Almost certain (95 to 100%)'],
])('%s reads as the yardstick has it', (likelihood, words) => {
  expect(showLikelihood(likelihood)).toBe(words);
});

test.each<[Likelihood | null, Likelihood, string]>([
  [null, 'likely', 'First judgement'],
  ['likely', 'likely', 'As before'],
  ['unlikely', 'likely', 'More likely, by 2 steps'],
  ['likely', 'realisticPossibility', 'Less likely, by 1 step'],
])('from %s to %s is “%s”', (before, now, words) => expect(movement(before, now)).toBe(words));

test('a member drafts it, adds evidence and a judgement; a coordinator publishes it; members read it', async () => {
  const question = await makeQuestion({ title: 'Who flies them?' });
  const hidden = await makeQuestion({ visibility: 'team' });
  expect((await draft(who.member, { questions: hidden.reference })).messageBeside('questions')).toContain(
    'Enter references',
  );
  const sent = await draft(who.member, { questions: question.reference });
  const { reference } = await database.db.signal.findFirstOrThrow({
    where: { title: 'Drones over prisons' },
  });
  expect(sent.location).toBe(paths.signal(reference));
  expect((await page(reference, other)).status).toBe(404);
  const early = await press(reference, 'publish', who.coordinator);
  expect([early.status, early.text]).toEqual([
    422,
    expect.stringContaining('at least one piece of evidence'),
  ]);
  const finding = await makeFinding({ title: 'Parcels counted' });
  const add = (change: Record<string, string>) =>
    send(
      paths.signalEvidence(reference),
      { finding: '', address: '', says: 'It grows', ...change },
      { as: who.member },
    );
  expect((await add({})).messageBeside('finding')).toContain('one of the two');
  expect((await add({ address: 'javascript:alert(1)' })).messageBeside('address')).toContain('begins with');
  await add({ finding: finding.reference });
  await add({ address: 'https://news.example/drones', says: HOSTILE });
  const judge = (likelihood: string, as = who.member) =>
    send(
      paths.judgeSignal(reference),
      { likelihood, confidence: 'moderate', reason: `Because ${likelihood}` },
      { as },
    );
  expect((await judge('perhaps')).messageBeside('likelihood')).toContain('Choose how likely');
  await judge('unlikely');
  await judge('likely');
  expect((await press(reference, 'publish', who.member)).status).toBe(403);
  expect((await press(reference, 'publish', who.coordinator)).banner).toContain('Published');
  const shown = await page(reference, other);
  for (const words of [
    'Likely or probable (55 to 75%)',
    'More likely, by 2 steps',
    'First judgement',
    'Parcels counted',
  ])
    expect(shown.text).toContain(words);
  expect(shown.text).toContain('Who flies them?');
  expect(shown.$('main script')).toHaveLength(0);
  expect(flawsOf(shown.$)).toEqual([]);
  expect(flawsOf((await visit(paths.judgeSignal(reference), { as: who.member })).$)).toEqual([]);
  expect((await judge('remoteChance', other)).status).toBe(403);
});

test('judgements are appended and never changed, and nothing ungrounded is published', async () => {
  const { id } = await makeSignal({ createdById: who.member });
  const of = { where: { signalId: id } };
  await expect(database.db.signalJudgement.updateMany({ ...of, data: { reason: 'x' } })).rejects.toThrow(
    /JudgementIsKept/,
  );
  await expect(database.db.signalJudgement.deleteMany(of)).rejects.toThrow(/JudgementIsKept/);
  await database.db.signalEvidence.updateMany({ ...of, data: { removedAt: new Date() } });
  const publish = { publishedAt: new Date(), publishedById: who.coordinator };
  await expect(database.db.signal.update({ where: { id }, data: publish })).rejects.toThrow(
    /SignalIsUngrounded/,
  );
});

test('a published signal keeps its last evidence; a draft need not', async () => {
  for (const [publishedById, status] of [[who.coordinator, 422] as const, [undefined, 303] as const]) {
    const signal = await makeSignal({ createdById: who.member, ...(publishedById ? { publishedById } : {}) });
    const piece = await database.db.signalEvidence.findFirstOrThrow({ where: { signalId: signal.id } });
    const sent = await press(signal.reference, 'remove', who.member, { evidence: piece.id });
    expect(sent.status).toBe(status);
  }
});

describe('the register', () => {
  test('is filtered by area, likelihood, review and draft', async () => {
    const reviewBy = new Date('2026-01-01');
    const by = { createdById: who.member, publishedById: who.coordinator };
    await makeSignal({ ...by, title: 'Lapsed one', reviewBy, likelihood: 'almostCertain' });
    await makeSignal({ createdById: who.member, title: 'Only a draft' });
    const list = async (filters: Record<string, string>, as = other) =>
      (await visit(paths.horizon(filters), { as })).text;
    const all = await list({});
    expect([all.includes('Lapsed one'), all.includes('Only a draft')]).toEqual([true, false]);
    expect(await list({ likelihood: 'almostCertain' })).toContain('Lapsed one');
    expect(await list({ likelihood: 'remoteChance' })).not.toContain('Lapsed one');
    expect(await list({ area: area.slug })).not.toContain('Lapsed one');
    expect(await list({ show: 'due' })).toContain('Needs review');
    expect(await list({ show: 'drafts' })).toContain('No signal is like that');
    expect(await list({ show: 'drafts' }, who.coordinator)).toContain('Only a draft');
    const shown = await visit(paths.horizon(), { as: other });
    expect(flawsOf(shown.$)).toEqual([]);
  });

  test('what lapsed says so, and its owner keeps it with one press', async () => {
    const reviewBy = new Date('2026-01-01');
    const { reference } = await makeSignal({
      createdById: who.member,
      publishedById: who.coordinator,
      reviewBy,
    });
    expect((await page(reference, who.member)).buttons).toContain('It still holds');
    expect((await page(reference, other)).buttons).toEqual([]);
    expect((await press(reference, 'reaffirm', other)).status).toBe(403);
    await press(reference, 'reaffirm', who.member);
    expect((await page(reference, other)).text).not.toContain('Needs review');
  });

  test('its owner changes the words; a coordinator does not publish what they drafted', async () => {
    const { reference } = await makeSignal({ createdById: who.coordinator });
    expect((await press(reference, 'publish', who.coordinator)).status).toBe(403);
    const edit = (as: string) =>
      send(paths.editSignal(reference), { ...whole(), title: 'Put better' }, { as });
    expect((await edit(other)).status).toBe(404);
    await edit(who.second);
    const form = await visit(paths.editSignal(reference), { as: who.coordinator });
    expect([form.fields['title'], form.fields['reviewBy.year']]).toEqual(['Put better', '2027']);
  });

  test('evidence that a reader may not know of is not shown', async () => {
    const secret = await makeFinding({ state: 'submitted', title: 'Not published yet' });
    const signal = await makeSignal({ createdById: who.member, publishedById: who.coordinator });
    const sent = await send(
      paths.signalEvidence(signal.reference),
      { finding: secret.reference, address: '', says: 'It shows' },
      { as: who.member },
    );
    expect(sent.messageBeside('finding')).toContain('published finding');
  });

  test('outside the network nobody reads or drafts', async () => {
    const { reference } = await makeSignal({ createdById: who.member, publishedById: who.coordinator });
    for (const as of [who.committee, who.unverified]) {
      expect((await visit(paths.horizon(), { as })).status).toBe(403);
      expect((await page(reference, as)).status).toBe(404);
      expect((await draft(as)).status).toBe(403);
    }
    expect((await page(reference, who.auditor)).status).toBe(200);
    expect((await draft(who.auditor)).status).toBe(403);
    expect((await page(reference)).location).toContain(paths.signIn());
  });
});
