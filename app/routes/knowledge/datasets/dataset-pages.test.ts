import { beforeAll, describe, expect, test } from 'vitest';
import { addressOf, showYears } from '~/domain/knowledge/datasets/dataset-form';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeDataset } from '../../../../tests/support/factories/datasets';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeOrganisation } from '../../../../tests/support/factories/people';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../../tests/support/factories/questions';
import { HOSTILE, makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';
import { flawsOf } from '../../../../tests/support/site/page';

const database = useDatabase();
let who: Readers;
let asking: AskingTeam;
let holder: { reference: string; name: string };
let area: { id: string; slug: string; name: string };
const GAP = [{ scheme: 'questionType' as const, slug: 'data-gap' }];

beforeAll(async () => {
  who = await makeReaders();
  asking = await makeAskingTeam();
  holder = await makeOrganisation({ name: 'The harbour office' });
  area = await database.db.term.findFirstOrThrow({ where: { scheme: 'threatArea', parentId: null } });
});

const whole = () => ({
  ...{ name: 'Seizures at ports', organisation: holder.reference, holds: 'One row for each seizure.' },
  ...{ accessRoute: 'Ask the data team.', constraints: '', coversFrom: '2015', coversTo: '' },
  ...{ geography: 'Twelve ports', address: '10.5255/UKDA-SN-1234', threatAreas: area.slug },
  ...{ 'reviewBy.day': '1', 'reviewBy.month': '6', 'reviewBy.year': '2027' },
});
const enter = (as: string | undefined, change: Record<string, string> = {}) =>
  send(paths.newDataset(), { ...whole(), ...change }, { as });
const press = (reference: string, intent: string, as: string) =>
  send(paths.dataset(reference), { intent }, { as });

test.each([
  [null, null, 'Not stated'],
  [2015, null, 'Since 2015'],
  [null, 2020, 'Until 2020'],
  [2019, 2019, '2019'],
  [2015, 2020, '2015 to 2020'],
])('from %s to %s reads “%s”', (from, to, words) => expect(showYears(from, to)).toBe(words));

test('a DOI leads to its resolver', () => {
  expect(addressOf('10.5255/X')).toBe('https://doi.org/10.5255/X');
  expect(addressOf('https://data.example/x')).toBe('https://data.example/x');
});

describe('entering and confirming', () => {
  test('a member enters it, a coordinator confirms it, and then every member reads it', async () => {
    const sent = await enter(who.member);
    expect(sent.banner).toContain('Entered.');
    const { reference } = await database.db.dataset.findFirstOrThrow({
      where: { name: 'Seizures at ports' },
    });
    expect(sent.location).toBe(paths.dataset(reference));
    const page = (as?: string) => visit(paths.dataset(reference), { as });
    expect((await page(who.member)).text).toContain('Not confirmed');
    expect((await page(asking.authorId)).status).toBe(404);
    expect((await visit(paths.datasets(), { as: asking.authorId })).text).not.toContain('Seizures at ports');
    expect((await press(reference, 'confirm', who.member)).status).toBe(403);
    expect((await press(reference, 'confirm', who.coordinator)).banner).toContain('Confirmed');
    expect((await press(reference, 'confirm', who.second)).status).toBe(409);
    const shown = await page(asking.authorId);
    for (const words of ['The harbour office', 'Since 2015', 'Twelve ports', area.name, '1 June 2027'])
      expect(shown.text).toContain(words);
    expect(shown.links.map(({ href }) => href)).toContain('https://doi.org/10.5255/UKDA-SN-1234');
    expect(flawsOf(shown.$)).toEqual([]);
    const listed = await visit(paths.datasets({ q: 'harbour', area: area.slug }), { as: who.auditor });
    expect(listed.text).toContain('Seizures at ports');
    expect(flawsOf(listed.$)).toEqual([]);
    expect((await visit(paths.datasets({ q: '100%_' }), { as: who.auditor })).text).toContain(
      'Nothing like that',
    );
  });

  test('what a member changes is confirmed again; what a coordinator changes is not', async () => {
    const dataset = await makeDataset({ createdById: who.member, confirmedById: who.coordinator });
    const edit = (as: string, name: string) =>
      send(paths.editDataset(dataset.reference), { ...whole(), name }, { as });
    await edit(who.coordinator, 'Put in order');
    expect((await visit(paths.dataset(dataset.reference), { as: who.second })).text).toContain('Confirmed');
    const form = await visit(paths.editDataset(dataset.reference), { as: who.member });
    expect([form.fields['name'], form.fields['coversFrom']]).toEqual(['Put in order', '2015']);
    await edit(who.member, 'Changed again');
    expect((await visit(paths.dataset(dataset.reference), { as: asking.authorId })).status).toBe(404);
    expect((await edit(asking.authorId, 'By a stranger')).status).toBe(404);
  });

  test('a coordinator does not confirm their own entry', async () => {
    const own = await makeDataset({ createdById: who.coordinator });
    expect((await press(own.reference, 'confirm', who.coordinator)).status).toBe(403);
    expect((await press(own.reference, 'confirm', who.second)).status).toBe(303);
  });

  test.each([
    ['no name', { name: ' ' }, 'name', 'Enter what the data are called'],
    ['no holder', { organisation: '' }, 'organisation', 'Choose who holds the data'],
    ['a holder that is none', { organisation: 'H7K4QXM2' }, 'organisation', 'reference'],
    ['no way in', { accessRoute: '' }, 'accessRoute', 'Say how somebody gets at them'],
    ['no year', { coversFrom: 'long ago' }, 'coversFrom', 'Enter a year'],
    ['years turned round', { coversTo: '2001' }, 'coversTo', 'cannot be before the first'],
    ['a script for an address', { address: 'javascript:alert(1)' }, 'address', 'Enter a DOI'],
    ['a day that has passed', { 'reviewBy.year': '2020' }, 'reviewBy', 'a day in the future'],
    ['an area that is none', { threatAreas: 'no-such-area' }, 'threatAreas', 'no longer in use'],
  ])('%s is said beside the field and the rest is kept', async (_name, change, field, message) => {
    const shown = await enter(who.member, { holds: HOSTILE, ...change });
    expect(shown.status).toBe(422);
    expect(shown.messageBeside(field)).toContain(message);
    expect(shown.fields['holds']).toContain('<script>');
  });

  test('a lapsed one says so; its owner says with one press that it holds', async () => {
    const reviewBy = new Date('2026-01-01');
    const lapsed = await makeDataset({ createdById: who.member, confirmedById: who.coordinator, reviewBy });
    const page = async () => (await visit(paths.dataset(lapsed.reference), { as: who.member })).text;
    expect(await page()).toContain('Needs review');
    expect((await press(lapsed.reference, 'reaffirm', asking.authorId)).status).toBe(403);
    await press(lapsed.reference, 'reaffirm', who.member);
    expect(await page()).not.toContain('Needs review');
  });

  test('outside the network nobody learns of any', async () => {
    for (const as of [who.committee, who.unverified]) {
      expect((await visit(paths.datasets(), { as })).status).toBe(403);
      expect((await enter(as)).status).toBe(403);
    }
    expect((await visit(paths.datasets())).location).toContain(paths.signIn());
    expect((await enter(who.auditor)).status).toBe(403);
  });
});

describe('a question about missing data', () => {
  const gap = async () => ({
    question: await makeQuestion({ asking, routeSlug: 'expert-advice-request', terms: GAP }),
  });
  const link = (reference: string, dataset: string, as: string, intent = 'link') =>
    send(paths.questionDatasets(reference), { intent, dataset }, { as });
  const close = (id: string) =>
    database.db.question.update({
      where: { id },
      data: { answeredAt: new Date(), decidedAt: new Date(), outcome: 'answered' },
    });

  test('cannot close without a dataset or a stated reason', async () => {
    const { question } = await gap();
    await expect(close(question.id)).rejects.toThrow(/DataGapIsOpen/);
    const page = await visit(paths.questionDatasets(question.reference), { as: asking.authorId });
    expect(page.text).toContain('answered only once a dataset is linked');
    expect(flawsOf(page.$)).toEqual([]);
    const waiting = await makeDataset({ createdById: who.member });
    const unconfirmed = await link(question.reference, waiting.reference, asking.authorId);
    expect(unconfirmed.messageBeside('dataset')).toContain('Choose a confirmed dataset');
    const data = await makeDataset({
      createdById: who.member,
      confirmedById: who.coordinator,
      name: 'Port records',
    });
    expect((await link(question.reference, data.reference, asking.authorId)).banner).toBe('Linked');
    expect((await link(question.reference, data.reference, who.coordinator)).status).toBe(303);
    await close(question.id);
    const dataset = await visit(paths.dataset(data.reference), { as: who.member });
    expect(dataset.text).toContain(question.title);
    const kept = await link(question.reference, data.reference, asking.authorId, 'unlink');
    expect([kept.status, kept.text]).toEqual([422, expect.stringContaining('was closed by it')]);
    await expect(database.db.datasetLink.deleteMany({ where: { questionId: question.id } })).rejects.toThrow(
      /DataGapIsClosed/,
    );
  });

  test('closes with a stated reason, and an empty one is none', async () => {
    const { question } = await gap();
    const explain = (reason: string, as: string) =>
      send(paths.questionDatasets(question.reference), { intent: 'explain', reason }, { as });
    const empty = await explain(' ', asking.authorId);
    expect([empty.status, empty.messageBeside('reason')]).toEqual([422, expect.stringContaining('Say why')]);
    expect(empty.errors).toHaveLength(1);
    expect((await explain('In their name', who.member)).status).toBe(403);
    await explain('Nobody gathers them.', asking.authorId);
    await close(question.id);
    const page = await visit(paths.questionDatasets(question.reference), { as: who.member });
    expect(page.text).toContain('Nobody gathers them.');
    expect(page.buttons).toEqual([]);
  });

  test('any other question closes as before', async () => {
    const other = await makeQuestion({ asking, routeSlug: 'expert-advice-request' });
    await close(other.id);
    const page = await visit(paths.question(other.reference), { as: who.member });
    expect(page.links.map(({ href }) => href)).toContain(paths.questionDatasets(other.reference));
  });

  test('a dataset shows only the questions that its reader may know of', async () => {
    const hidden = await makeQuestion({ asking, visibility: 'team', title: 'A question of the team?' });
    const data = await makeDataset({ createdById: who.member, confirmedById: who.coordinator });
    await link(hidden.reference, data.reference, asking.authorId);
    const seen = async (as: string) => (await visit(paths.dataset(data.reference), { as })).text;
    expect(await seen(asking.authorId)).toContain('A question of the team?');
    expect(await seen(who.member)).not.toContain('A question of the team?');
    expect((await visit(paths.questionDatasets(hidden.reference), { as: who.member })).status).toBe(404);
    expect((await link(hidden.reference, data.reference, who.member)).status).toBe(404);
  });
});

test('a finding names the data that it rests on, by whoever shared it or a coordinator', async () => {
  const finding = await makeFinding({ submittedById: who.member, title: 'From the records', released: true });
  const data = await makeDataset({ createdById: who.member, confirmedById: who.coordinator });
  const link = (as: string, intent = 'link') =>
    send(paths.findingDatasets(finding.reference), { intent, dataset: data.reference }, { as });
  expect((await link(asking.authorId)).status).toBe(403);
  expect((await link(who.member)).location).toBe(paths.findingDatasets(finding.reference));
  expect((await visit(paths.dataset(data.reference), { as: who.auditor })).text).toContain(
    'From the records',
  );
  const page = await visit(paths.finding(finding.reference), { as: who.second });
  expect(page.links.map(({ href }) => href)).toContain(paths.findingDatasets(finding.reference));
  const open = await visit(paths.finding(finding.reference));
  expect(open.links.map(({ href }) => href)).not.toContain(paths.findingDatasets(finding.reference));
  expect((await link(who.second, 'unlink')).banner).toBe('The link is gone');
});

test('data are linked to a finding while it is still a draft', async () => {
  const { reference } = await makeFinding({ submittedById: who.member, title: 'Begun', state: 'draft' });
  const page = await visit(paths.findingDatasets(reference), { as: who.member });
  expect([page.status, page.text.includes('Begun')]).toEqual([200, true]);
  expect((await visit(paths.findingDatasets(reference), { as: who.second })).status).toBe(404);
});
