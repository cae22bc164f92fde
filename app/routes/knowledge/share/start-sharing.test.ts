import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { HOSTILE, makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let who: Readers;

beforeAll(async () => {
  who = await makeReaders();
});

const latest = () =>
  database.db.findingVersion.findFirstOrThrow({
    orderBy: { id: 'desc' },
    include: { authors: { orderBy: { position: 'asc' } }, finding: true },
  });

const BIBTEX = `@article{moyle2019,
  title = {Situating {Vaporwave} in markets},
  author = {Moyle, Leah and van der Berg, Jan},
  journal = {Journal of Drug Issues},
  year = {2019}, volume = {49}, number = {4}, pages = {739--755},
  doi = {10.1177/0022042619861938}
}`;
const RIS = 'TY  - JOUR\nTI  - Couriers at sea\nAU  - Doe, Jane\nPY  - 2021\nJO  - Ports\nER  - \n';

describe('who may share research', () => {
  const doors = [
    ['the page that takes a reference', paths.shareFinding()],
    ['the form filled in by hand', paths.shareByHand()],
  ] as const;

  test.each(doors)('members and coordinators open %s', async (_name, address) => {
    for (const as of [who.member, who.coordinator, who.administrator])
      expect((await visit(address, { as })).status).toBe(200);
  });

  test.each(doors)('those who only read are told why they do not open %s', async (_name, address) => {
    for (const as of [who.unverified, who.auditor, who.committee]) {
      const page = await visit(address, { as });
      expect(page.status).toBe(403);
      expect(page.text).toContain('Only verified members of the network can share research.');
    }
  });

  test.each(doors)('a visitor is sent to sign in before %s, and back', async (_name, address) => {
    const page = await visit(address);
    expect([page.status, page.location]).toEqual([
      302,
      `${paths.signIn()}?from=${encodeURIComponent(address)}`,
    ]);
    expect((await send(address, { pasted: RIS })).location).toContain(paths.signIn());
  });

  test('sending the form past its page starts nothing', async () => {
    const before = await database.db.finding.count();
    for (const as of [who.unverified, who.auditor, who.committee])
      expect((await send(paths.shareFinding(), { pasted: RIS }, { as })).status).toBe(403);
    expect(await database.db.finding.count()).toBe(before);
  });
});

describe('pasting a reference', () => {
  const paste = (pasted: string) => send(paths.shareFinding(), { pasted }, { as: who.member });

  test('BibTeX fills in the work and leads to what it found', async () => {
    const sent = await paste(BIBTEX);
    const version = await latest();
    expect(sent.location).toBe(paths.findingContent(version.finding.reference));
    expect(version).toMatchObject({
      year: 2019,
      venue: 'Journal of Drug Issues',
      volume: '49',
      issue: '4',
      doi: '10.1177/0022042619861938',
      submittedAt: null,
    });
    expect(version.title).toMatch(/Vaporwave/);
    expect(version.authors.map(({ name }) => name)).toEqual(['Leah Moyle', 'Jan van der Berg']);
  });

  test('RIS does the same', async () => {
    const sent = await paste(RIS);
    const version = await latest();
    expect(sent.status).toBe(303);
    expect(version).toMatchObject({ title: 'Couriers at sea', year: 2021, venue: 'Ports' });
    expect(version.finding.submittedById).toBe(who.member);
  });

  test('a bare DOI leads to the form where the rest is typed', async () => {
    const sent = await paste('https://doi.org/10.1234/BARE.1');
    const version = await latest();
    expect(version.doi).toBe('10.1234/bare.1');
    expect(sent.location).toBe(paths.findingDraft(version.finding.reference));
    const page = await visit(sent.location ?? '', { as: who.member });
    expect(page.fields['doi']).toBe('10.1234/bare.1');
  });

  test('the writer’s own name among the authors is tied to the account, no other is', async () => {
    await paste(RIS.replace('Doe, Jane', 'Member, Mel').replace('PY', 'AU  - Nator, Cora\nPY'));
    const { authors } = await latest();
    expect(authors.map(({ personId }) => personId)).toEqual([who.member, null]);
  });

  test.each([
    ['nothing', ' ', 'Paste a BibTeX or RIS record, or a DOI'],
    [
      'a sentence',
      'A good paper about ports',
      'This is neither BibTeX, RIS nor a DOI that Soundings can read',
    ],
    ['hostile words', HOSTILE, 'This is neither BibTeX, RIS nor a DOI that Soundings can read'],
    [
      'broken BibTeX',
      '@article{x, title = {',
      'This is neither BibTeX, RIS nor a DOI that Soundings can read',
    ],
    ['several records', `${RIS}\n${RIS}`, 'Paste one record at a time: this holds several'],
    ['far too much', 'a'.repeat(20_001), 'Use 20,000 characters or fewer'],
  ])('%s is refused beside the field and kept', async (_name, pasted, message) => {
    const page = await paste(pasted);
    expect(page.status).toBe(422);
    expect(page.messageBeside('pasted')).toBe(message);
    expect(page.errors).toEqual([message]);
    expect(page.fields['pasted']).toBe(pasted);
  });

  test('a form sent twice with one key starts one finding', async () => {
    const opened = await visit(paths.shareFinding(), { as: who.member });
    const key = opened.$('main input[name="_key"]').attr('value');
    const before = await database.db.finding.count();
    const first = await send(paths.shareFinding(), { pasted: RIS, _key: key }, { as: who.member });
    const second = await send(paths.shareFinding(), { pasted: RIS, _key: key }, { as: who.member });
    expect(second.location).toBe(first.location);
    expect(await database.db.finding.count()).toBe(before + 1);
  });
});

describe('filling in the form by hand', () => {
  const WHOLE = {
    title: 'How brokers find buyers',
    'authors[0].name': 'Mel Member',
    'authors[1].name': 'Home Office',
    kind: 'report',
    year: '2024',
    venue: 'Working papers',
    doi: '',
  };
  const fill = (change: Record<string, string | string[]>) =>
    send(paths.shareByHand(), { ...WHOLE, ...change }, { as: who.member });

  test('it opens with the writer as the first author and spare rows below', async () => {
    const { fields, text } = await visit(paths.shareByHand(), { as: who.member });
    expect(fields['authors[0].name']).toBe('Mel Member');
    expect(fields).toHaveProperty(['authors[3].name'], '');
    expect(fields['kind']).toBe('article');
    expect(text).not.toContain('There is a problem');
  });

  test('what is typed is kept as a draft of the writer', async () => {
    const sent = await fill({ 'authors[0].orcid': 'https://orcid.org/0000-0002-1825-0097' });
    const version = await latest();
    expect(sent.location).toBe(paths.findingContent(version.finding.reference));
    expect(version).toMatchObject({ title: WHOLE.title, kind: 'report', year: 2024, submittedAt: null });
    expect(version.authors).toMatchObject([
      { name: 'Mel Member', personId: who.member, orcid: '0000-0002-1825-0097' },
      { name: 'Home Office', personId: null, orcid: null },
    ]);
  });

  test('empty rows between authors are dropped', async () => {
    await fill({ 'authors[1].name': '', 'authors[2].name': 'Third Person' });
    expect((await latest()).authors.map(({ name }) => name)).toEqual(['Mel Member', 'Third Person']);
  });

  test.each([
    ['title', '', 'Enter the title'],
    ['title', 't'.repeat(501), 'Use 500 characters or fewer'],
    ['kind', 'poem', 'Choose what kind of work it is'],
    ['year', '19', 'Enter a year of four digits, like 2024'],
    ['year', 'last year', 'Enter a year of four digits, like 2024'],
    ['year', '3024', 'Enter a year of four digits, like 2024'],
    ['venue', 'v'.repeat(301), 'Use 300 characters or fewer'],
    ['volume', 'v'.repeat(51), 'Use 50 characters or fewer'],
    ['issue', 'v'.repeat(51), 'Use 50 characters or fewer'],
    ['pages', 'v'.repeat(51), 'Use 50 characters or fewer'],
    ['publisher', 'v'.repeat(301), 'Use 300 characters or fewer'],
    ['doi', 'not a doi', 'Enter a DOI, like 10.1177/0022042619861938'],
    ['webAddress', 'javascript:alert(1)', 'Enter a web address that starts with https://'],
    ['webAddress', 'example.org', 'Enter a web address that starts with https://'],
    [
      'authors[0].orcid',
      '0000-0002-1825-0098',
      'Check this ORCID iD: its last character does not fit the others',
    ],
    ['authors[0].name', 'n'.repeat(201), 'Use 200 characters or fewer'],
  ])('a wrong %s is said beside it and everything typed is kept', async (field, value, message) => {
    const page = await fill({ [field]: value });
    expect(page.status).toBe(422);
    expect(page.messageBeside(field)).toContain(message);
    expect(page.errors).toHaveLength(1);
    expect(page.errors[0]).toContain(message);
    if (field !== 'kind') expect(page.fields[field]).toBe(value);
    expect(page.fields['authors[1].name']).toBe('Home Office');
  });

  test('the summary of errors names the field that is too long', async () => {
    const page = await fill({ venue: 'v'.repeat(301), publisher: 'p'.repeat(301) });
    expect(page.errors).toHaveLength(2);
    expect(page.errors.join(' ')).toMatch(/Where it appeared.*Publisher/);
  });

  test('an ORCID iD without a name asks for the name', async () => {
    const page = await fill({ 'authors[1].name': '', 'authors[1].orcid': '0000-0002-1825-0097' });
    expect(page.messageBeside('authors[1].name')).toBe('Enter the name of this author');
    expect(page.fields['authors[1].orcid']).toBe('0000-0002-1825-0097');
  });

  test('hostile words are kept as words', async () => {
    const sent = await fill({ title: HOSTILE, venue: HOSTILE, 'authors[1].name': HOSTILE });
    expect(sent.status).toBe(303);
    expect((await latest()).title).toBe(HOSTILE);
    const page = await visit(sent.location ?? '', { as: who.member });
    expect(page.text).toContain('<script>alert(1)</script>');
    expect(page.$('main script').length).toBe(0);
  });
});
