import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makePriority } from '../../../../tests/support/factories/priorities';
import { HOSTILE, makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let who: Readers;
let priority: { reference: string; name: string };
let reference: string;
let versionId: string;

beforeAll(async () => {
  who = await makeReaders();
  priority = await makePriority({ name: 'Close the ports' });
});

beforeEach(async () => {
  const made = await makeFinding({ state: 'draft', submittedById: who.member, title: 'A draft on couriers' });
  ({ reference, versionId } = made);
});

const version = () => database.db.findingVersion.findUniqueOrThrow({ where: { id: versionId } });
const submitted = () =>
  database.db.findingVersion.update({ where: { id: versionId }, data: { submittedAt: new Date() } });
const returned = () =>
  database.db.findingVersion.update({
    where: { id: versionId },
    data: { submittedAt: new Date(), returnedAt: new Date(), returnedReason: 'Say which years' },
  });

const PAGES = {
  work: paths.findingDraft,
  content: paths.findingContent,
  check: paths.checkFinding,
  files: paths.findingFiles,
  discard: paths.discardFinding,
};

describe('whose draft it is', () => {
  test.each(Object.entries(PAGES))('the page “%s” opens for its writer alone', async (_name, address) => {
    expect((await visit(address(reference), { as: who.member })).status).toBe(200);
    for (const as of [who.unverified, who.auditor, who.committee, who.coordinator, who.administrator])
      expect((await visit(address(reference), { as })).status).toBe(404);
    const page = await visit(address(reference));
    expect([page.status, page.location]).toEqual([
      302,
      `${paths.signIn()}?from=${encodeURIComponent(address(reference))}`,
    ]);
  });

  test.each(Object.entries(PAGES))(
    'nobody else changes it by sending the form of “%s”',
    async (_name, address) => {
      const before = await version();
      for (const as of [who.auditor, who.coordinator, who.second])
        expect([404, 422]).toContain((await send(address(reference), { revision: '1' }, { as })).status);
      expect(await version()).toEqual(before);
    },
  );

  test.each(['H7K4-QXM2', 'nonsense', '%00', "'; DROP TABLE finding"])(
    'there is no draft %s',
    async (name) => {
      const address = `/findings/${encodeURIComponent(name)}/draft`;
      expect((await visit(address, { as: who.member })).status).toBe(404);
    },
  );
});

describe('the work', () => {
  const fields = { title: 'Couriers again', kind: 'report', 'authors[0].name': 'A. Author', year: '2020' };
  const save = (change: Record<string, string>) =>
    send(paths.findingDraft(reference), { revision: '1', ...fields, ...change }, { as: who.member });

  test('shows what is kept and saves what is changed', async () => {
    const page = await visit(paths.findingDraft(reference), { as: who.member });
    expect(page.fields).toMatchObject({ title: 'A draft on couriers', year: '2025', revision: '1' });
    const sent = await save({});
    expect(sent.location).toBe(paths.findingContent(reference));
    expect(await version()).toMatchObject({
      title: 'Couriers again',
      year: 2020,
      kind: 'report',
      revision: 2,
    });
  });

  test('a save from another window is refused, and what was typed stays on the page', async () => {
    await save({});
    const late = await save({ title: 'My other words' });
    expect(late.status).toBe(409);
    expect(late.errors.join()).toContain('changed in another window');
    expect(late.fields['title']).toBe('My other words');
    expect((await version()).title).toBe('Couriers again');
  });

  test('a missing title is said beside it, the rest is kept', async () => {
    const page = await save({ title: '', venue: HOSTILE });
    expect(page.status).toBe(422);
    expect(page.messageBeside('title')).toBe('Enter the title');
    expect(page.fields['venue']).toBe(HOSTILE);
  });

  test('more authors than can be kept are refused, and none is lost without a word', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 51 }, (_, index) => [`authors[${index}].name`, `Author ${index}`]),
    );
    const page = await save(many);
    expect(page.status).toBe(422);
    expect(page.errors.length).toBeGreaterThan(0);
    expect(page.errors.join()).not.toMatch(/Too big|expected|array/i);
    expect(page.fields['authors[50].name']).toBe('Author 50');
  });
});

describe('what it found', () => {
  const save = (change: Record<string, string | string[]>) =>
    send(
      paths.findingContent(reference),
      { revision: '1', studyType: 'qualitative', keyMessages: 'They sail at night.', ...change },
      { as: who.member },
    );

  test('keeps text, tags and the author’s own case', async () => {
    const sent = await save({
      limits: 'One port',
      licence: 'CC BY 4.0',
      'firstPublicOn.day': '1',
      'firstPublicOn.month': '2',
      'firstPublicOn.year': '2024',
      threatAreas: ['fraud', 'cyber-crime'],
      strands: 'prevent',
      'cases[0].priority': priority.reference,
      'cases[0].text': 'It tells where to look',
    });
    expect(sent.location).toBe(paths.checkFinding(reference));
    const check = await visit(paths.checkFinding(reference), { as: who.member });
    for (const words of ['They sail at night.', 'One port', 'CC BY 4.0', '1 February 2024', 'Fraud'])
      expect(check.text).toContain(words);
    expect(check.text).toContain('Your case for Close the ports');
    const again = await visit(paths.findingContent(reference), { as: who.member });
    expect(again.fields['threatAreas']).toEqual(expect.arrayContaining(['fraud', 'cyber-crime']));
    expect(again.fields['cases[0].text']).toBe('It tells where to look');
    expect(again.fields['firstPublicOn.year']).toBe('2024');
  });

  test.each([
    ['studyType', 'astrology', 'Choose a kind of study', 'Kind of study'],
    ['keyMessages', 'k'.repeat(5001), 'Use 5,000 characters or fewer', 'Key messages'],
    ['summary', 's'.repeat(5001), 'Use 5,000 characters or fewer', 'Summary'],
    ['methods', 'm'.repeat(3001), 'Use 3,000 characters or fewer', 'Methods'],
    ['limits', 'l'.repeat(10_000), 'Use 3,000 characters or fewer', 'Limits'],
    ['licence', 'l'.repeat(201), 'Use 200 characters or fewer', 'Licence'],
  ])('a wrong %s is said beside it and named in the summary', async (field, value, message, label) => {
    const page = await save({ [field]: value });
    expect(page.status).toBe(422);
    expect(page.messageBeside(field)).toContain(message);
    expect(page.errors).toHaveLength(1);
    expect(page.errors[0]?.toLowerCase()).toContain(label.toLowerCase());
    if (field !== 'studyType') expect(page.fields[field]).toBe(value);
    expect(page.fields['revision']).toBe('1');
  });

  test('a day that does not exist is said beside the date and kept', async () => {
    const page = await save({
      'firstPublicOn.day': '31',
      'firstPublicOn.month': '2',
      'firstPublicOn.year': '2024',
    });
    expect(page.messageBeside('firstPublicOn')).toContain('Enter a real date');
    expect(page.fields['firstPublicOn.day']).toBe('31');
  });

  test.each([
    ['a case without a priority', { 'cases[0].text': 'Why' }, 'cases[0].priority', 'Choose the priority'],
    ['a priority without a case', { 'cases[0].priority': 'OWN' }, 'cases[0].text', 'Say why it matters'],
  ])('%s is said beside the row', async (_name, fields, at, message) => {
    const told = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, value === 'OWN' ? priority.reference : value]),
    );
    const page = await save(told);
    expect(page.status).toBe(422);
    expect(page.messageBeside(at)).toContain(message);
  });

  test('two cases for one priority are refused in words', async () => {
    const own = priority.reference;
    const page = await save({
      'cases[0].priority': own,
      'cases[0].text': 'One',
      'cases[1].priority': own,
      'cases[1].text': 'Two',
    });
    expect(page.errors).toEqual(['Make one case for each priority']);
    expect(page.fields['cases[1].text']).toBe('Two');
  });

  test('a tag that is not in use is refused beside its boxes', async () => {
    const page = await save({ threatAreas: ['piracy'] });
    expect(page.status).toBe(422);
    expect(page.messageBeside('threatAreas')).toContain('no longer in use');
    expect(page.fields['keyMessages']).toBe('They sail at night.');
  });

  test('a stale save keeps what was typed', async () => {
    await save({});
    const late = await save({ keyMessages: 'Later words' });
    expect(late.status).toBe(409);
    expect(late.fields['keyMessages']).toBe('Later words');
  });
});

describe('checking and sending', () => {
  test('the page says what is missing for use, with the way to each part', async () => {
    await database.db.findingVersion.update({ where: { id: versionId }, data: { limits: '', licence: '' } });
    const page = await visit(paths.checkFinding(reference), { as: who.member });
    expect(page.text).toContain('Without limits, licence this is kept as a reference only');
    const hrefs = page.links.map(({ href }) => href);
    for (const address of [
      paths.findingDraft,
      paths.findingContent,
      paths.findingFiles,
      paths.discardFinding,
    ])
      expect(hrefs).toContain(address(reference));
    expect(page.buttons).toEqual(['Send for review']);
  });

  test('what lacks a year cannot be sent, and the page says so', async () => {
    await database.db.findingVersion.update({ where: { id: versionId }, data: { year: null } });
    const page = await send(paths.checkFinding(reference), {}, { as: who.member });
    expect(page.status).toBe(422);
    expect(page.errors).toEqual(['Before this can be sent, add the year.']);
    expect((await version()).submittedAt).toBeNull();
  });

  test('sent, it waits: the writer is told what happens next, a coordinator finds it', async () => {
    const sent = await send(paths.checkFinding(reference), {}, { as: who.member });
    expect(sent.location).toBe(paths.findingSent(reference));
    const next = await visit(paths.findingSent(reference), { as: who.member });
    expect(next.heading).toContain('Sent for review');
    expect(next.links.map(({ href }) => href)).toContain(paths.finding(reference));
    expect((await visit(paths.reviewFinding(reference), { as: who.coordinator })).status).toBe(200);
    expect((await send(paths.checkFinding(reference), {}, { as: who.member })).status).toBe(403);
  });

  test('nobody is told that a draft was sent before it was', async () => {
    const page = await visit(paths.findingSent(reference), { as: who.member });
    expect([page.status, page.location]).toEqual([302, paths.checkFinding(reference)]);
  });

  test('while it waits no form invites changes that would be refused', async () => {
    await submitted();
    for (const address of Object.values(PAGES)) {
      const page = await visit(address(reference), { as: who.member });
      if (page.status === 200) expect(page.buttons, address(reference)).toEqual([]);
      else expect(page.location).toBe(paths.checkFinding(reference));
    }
    const check = await visit(paths.checkFinding(reference), { as: who.member });
    expect(check.text).toContain('This was sent and waits for a coordinator.');
    expect(check.links.map(({ text }) => text).join()).not.toContain('Change');
  });

  test('returned, it shows the reason, opens again and cannot be deleted', async () => {
    await returned();
    const page = await visit(paths.checkFinding(reference), { as: who.member });
    expect(page.text).toContain('A coordinator returned it: Say which years');
    expect(page.links.map(({ href }) => href)).not.toContain(paths.discardFinding(reference));
    const gone = await send(paths.discardFinding(reference), {}, { as: who.member });
    expect(gone.status).toBe(422);
    expect(gone.errors.join()).toContain('so it is kept');
    await send(paths.checkFinding(reference), {}, { as: who.member });
    expect(await version()).toMatchObject({ returnedAt: null, returnedReason: null });
  });

  test('a finding with nearly the same title is pointed out', async () => {
    const near = await makeFinding({ title: 'A draft on couriers, revised' });
    const page = await visit(paths.checkFinding(reference), { as: who.member });
    expect(page.text).toContain('This may be in the knowledge base already');
    expect(page.links.map(({ href }) => href)).toContain(paths.finding(near.reference));
  });
});

describe('deleting', () => {
  test('a draft never sent goes, with its page, its tags and its case', async () => {
    const page = await visit(paths.discardFinding(reference), { as: who.member });
    expect(page.text).toContain('A draft on couriers: what you wrote is deleted');
    const sent = await send(paths.discardFinding(reference), {}, { as: who.member });
    expect([sent.location, sent.banner]).toEqual([paths.findings(), 'Draft deleted']);
    expect((await visit(paths.finding(reference), { as: who.member })).status).toBe(404);
    expect(await database.db.finding.count({ where: { reference } })).toBe(0);
  });

  test('deleting a draft of a new version leaves the finding as readers know it', async () => {
    const published = await makeFinding({ submittedById: who.member, title: 'As it was' });
    const address = paths.newFindingVersion(published.reference);
    await send(address, { changeNote: 'More years' }, { as: who.member });
    const sent = await send(paths.discardFinding(published.reference), {}, { as: who.member });
    expect(sent.location).toBe(paths.finding(published.reference));
    expect((await visit(sent.location ?? '', { as: who.member })).heading).toBe('As it was');
  });
});
