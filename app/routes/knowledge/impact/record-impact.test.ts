import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeOrganisation, makePerson } from '../../../../tests/support/factories/people';
import { makePriority } from '../../../../tests/support/factories/priorities';
import { HOSTILE, makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';
import { deadLinks } from '../../../../tests/support/site/links';

const database = useDatabase();
let who: Readers;
let user: string;
let organisation: { id: string; reference: string; name: string };
let finding: Awaited<ReturnType<typeof makeFinding>>;

beforeAll(async () => {
  who = await makeReaders();
  organisation = await makeOrganisation({ name: 'Border Agency', kind: 'law-enforcement-agency' });
  user = (await makePerson({ name: 'Una User', organisationId: organisation.id })).id;
});
beforeEach(async () => {
  finding = await makeFinding({ title: 'Night work at ports', released: true });
});

const whole = (): Record<string, string> => ({
  decision: 'Vetting moved to night shifts',
  'decidedOn.day': '3',
  'decidedOn.month': '5',
  'decidedOn.year': '2026',
  organisation: organisation.reference,
  effect: 'Twelve ports instead of two',
  evidence: 'Minute 12 of the board',
});
const record = (change: Record<string, string> = {}, as: string | undefined = user) =>
  send(paths.recordImpact(finding.reference), { ...whole(), ...change }, { as });
const recorded = async (change: Record<string, string> = {}) => (await record(change)).location ?? '';

describe('who records what a finding changed', () => {
  test('members do, once the finding is published', async () => {
    const page = await visit(paths.recordImpact(finding.reference), { as: user });
    expect(page.status).toBe(200);
    expect(page.fields['organisation']).toBe(organisation.reference);
  });

  test('those who only read are told why not; a visitor signs in first', async () => {
    for (const as of [who.unverified, who.auditor, who.committee]) {
      const page = await visit(paths.recordImpact(finding.reference), { as });
      expect(page.status).toBe(403);
      expect(page.text).toContain('Only verified members of the network');
      expect((await record({}, as)).status).toBe(403);
    }
    expect((await visit(paths.recordImpact(finding.reference))).location).toContain(paths.signIn());
    expect(await database.db.impactRecord.count({ where: { findingId: finding.id } })).toBe(0);
  });

  test('of a finding one may not know of there is no such page', async () => {
    const hidden = await makeFinding({ state: 'draft' });
    expect((await visit(paths.recordImpact(hidden.reference), { as: user })).status).toBe(404);
  });

  test('somebody without an organisation is told what to do first', async () => {
    const page = await visit(paths.recordImpact(finding.reference), { as: who.member });
    expect(page.text).toContain('You belong to no organisation that Soundings knows of');
    expect(page.buttons).toEqual([]);
  });
});

describe('recording', () => {
  test('keeps it, shows it on the finding and gives its authors a statement', async () => {
    const address = await recorded();
    const page = await visit(address, { as: who.member });
    expect(page.heading).toBe('Vetting moved to night shifts');
    for (const words of [
      'Border Agency',
      '3 May 2026',
      'Twelve ports instead of two',
      'Minute 12 of the board',
    ])
      expect(page.text).toContain(words);
    expect(page.text).toContain('by Una User');
    const shown = await visit(paths.finding(finding.reference), { as: who.member });
    expect(shown.links).toContainEqual({ text: 'Vetting moved to night shifts', href: address });
    const statement = await visit(`${address}/statement`, { as: who.member });
    expect(statement.text).toContain('Border Agency states that the research finding “Night work at ports”');
  });

  test('a priority can be named', async () => {
    const priority = await makePriority({ name: 'Close the ports' });
    const page = await visit(await recorded({ priority: priority.reference }), { as: who.member });
    expect(page.links).toContainEqual({ text: 'Close the ports', href: paths.priority(priority.reference) });
  });

  test.each([
    ['decision', '', 'Say what was decided'],
    ['decision', 'd'.repeat(1001), 'Use 1,000 characters or fewer for “What was decided”'],
    ['effect', ' ', 'Say what the finding changed'],
    ['effect', 'e'.repeat(10_000), 'Use 2,000 characters or fewer'],
    ['evidence', '', 'Say what shows it'],
    ['evidenceAddress', 'javascript:alert(1)', 'Enter a web address that starts with https://'],
    ['organisation', '', 'Choose the organisation that decided'],
    ['priority', 'H7K4-QXM2', ''],
  ])('a wrong %s (%j) is said beside it and the rest is kept', async (field, value, message) => {
    const page = await record({ [field]: value });
    expect(page.status).toBe(422);
    expect(page.messageBeside(field)).toContain(message);
    expect(page.messageBeside(field)).not.toMatch(/expected|invalid input/i);
    expect(page.errors).toHaveLength(1);
    if (field !== 'evidence') expect(page.fields['evidence']).toBe('Minute 12 of the board');
    if (value.length > 900) expect(page.fields[field]).toBe(value);
  });

  test.each([
    [{ 'decidedOn.day': '', 'decidedOn.month': '', 'decidedOn.year': '' }, 'Enter when it was decided'],
    [{ 'decidedOn.day': '31', 'decidedOn.month': '2' }, 'Enter a real date'],
    [{ 'decidedOn.year': '2090' }, 'Enter a day that has been'],
  ])('the day %j is refused beside the date', async (change, message) => {
    const page = await record(change);
    expect(page.messageBeside('decidedOn')).toContain(message);
    expect(page.fields['decision']).toBe('Vetting moved to night shifts');
  });

  test('one cannot speak for an organisation of others', async () => {
    const other = await makeOrganisation({ name: 'Other Agency' });
    const page = await record({ organisation: other.reference });
    expect(page.status).toBe(422);
    expect(page.messageBeside('organisation')).toBe('Choose one of your own organisations');
  });

  test('a finding that does not state its limits cannot be used', async () => {
    finding = await makeFinding({ limits: '', released: true });
    const page = await visit(paths.recordImpact(finding.reference), { as: user });
    expect(page.text).toContain('Its limits have to be stated before a decision can rest on it.');
    expect(page.buttons).toEqual([]);
    expect((await record()).status).toBe(422);
    expect(await database.db.impactRecord.count({ where: { findingId: finding.id } })).toBe(0);
  });

  test('the same form sent twice records one decision', async () => {
    const key = crypto.randomUUID();
    const [first, second] = [await record({ _key: key }), await record({ _key: key })];
    expect(second.location).toBe(first.location);
    expect(await database.db.impactRecord.count({ where: { findingId: finding.id } })).toBe(1);
  });

  test('hostile words stay words, on the page and in the statement', async () => {
    const address = await recorded({ decision: HOSTILE, effect: HOSTILE, evidence: HOSTILE });
    for (const place of [address, `${address}/statement`]) {
      const page = await visit(place, { as: who.member });
      expect(page.text).toContain('<script>alert(1)</script>');
      expect(page.$('main script').length).toBe(0);
    }
  });
});

describe('who sees a record', () => {
  test('the network and the auditor, until it is released', async () => {
    const address = await recorded();
    for (const as of [user, who.member, who.auditor, who.coordinator])
      for (const place of [address, `${address}/statement`, `${address}/statement/file`])
        expect((await visit(place, { as })).status).toBe(200);
    for (const as of [undefined, who.unverified, who.committee])
      for (const place of [address, `${address}/statement`, `${address}/statement/file`])
        expect((await visit(place, { as })).status).toBe(404);
    expect((await visit(paths.finding(finding.reference))).html).not.toContain('Vetting moved');
  });

  test('the list shows each reader what they may see, the latest decision first', async () => {
    await recorded({ decision: 'Earlier one', 'decidedOn.year': '2020' });
    await recorded({ decision: 'Later one', 'decidedOn.year': '2026' });
    const { text, links } = await visit(paths.impactRecords(), { as: who.auditor });
    expect(text.indexOf('Later one')).toBeLessThan(text.indexOf('Earlier one'));
    expect(links.length).toBeGreaterThan(1);
    const outside = await visit(paths.impactRecords());
    expect(outside.status).toBe(200);
    expect(outside.html).not.toContain('Later one');
  });

  test('an unreadable address of the list is refused', async () => {
    expect((await visit(`${paths.impactRecords()}?after=1`)).status).toBe(404);
    expect((await visit(`${paths.impactRecords()}?page=2`)).status).toBe(400);
  });
});

describe('releasing a record', () => {
  const release = (address: string, intent = 'release', as: string | undefined = who.coordinator) =>
    send(`${address}/release`, { reason: 'It was announced', intent }, { as });

  test('coordinators alone open the page', async () => {
    const address = await recorded();
    expect((await visit(`${address}/release`, { as: who.coordinator })).heading).toBe(
      'Release to the public',
    );
    for (const as of [user, who.auditor]) {
      expect((await visit(`${address}/release`, { as })).status).toBe(403);
      expect((await release(address, 'release', as)).status).toBe(403);
    }
    expect((await visit(`${address}/release`, { as: who.committee })).status).toBe(404);
    expect((await visit(`${address}/release`)).location).toContain(paths.signIn());
  });

  test('puts it before everybody, without the name of who recorded it', async () => {
    const address = await recorded();
    expect((await release(address)).banner).toBe('The public can now see this record');
    const page = await visit(address);
    expect(page.heading).toBe('Vetting moved to night shifts');
    expect(page.html).not.toContain('Una User');
    expect((await visit(`${address}/statement`)).html).not.toContain('Una User');
    expect((await visit(paths.finding(finding.reference))).text).toContain('Vetting moved');
    const links = page.links.map(({ href }) => href).filter((href) => href.startsWith('/'));
    for (const href of links) expect([200, 302], href).toContain((await visit(href)).status);
  });

  test('links the organisation for members alone, and leads nobody to a refusal', async () => {
    const address = await recorded();
    await release(address);
    for (const as of [who.unverified, undefined, who.committee, who.member]) {
      const page = await visit(address, { as });
      expect(page.text).toContain('Border Agency');
      expect(await deadLinks(page, { as })).toEqual([]);
      const hrefs = page.links.map(({ href }) => href);
      const isMember = as === who.committee || as === who.member;
      expect([as, hrefs.includes(paths.organisation(organisation.reference))]).toEqual([as, isMember]);
    }
  });

  test('is refused while its finding is not public', async () => {
    const address = await recorded();
    await database.db.finding.update({ where: { id: finding.id }, data: { releasedAt: null } });
    const page = await release(address);
    expect(page.status).toBe(422);
    expect(page.errors).toEqual(['Release the finding first: this record leads to it.']);
  });

  test('when the finding goes back inside, the record goes with it', async () => {
    const address = await recorded();
    await release(address);
    await database.db.finding.update({ where: { id: finding.id }, data: { releasedAt: null } });
    expect((await visit(address)).status).toBe(404);
    expect((await visit(paths.impactRecords())).html).not.toContain(address);
  });

  test('stale and repeated decisions change nothing', async () => {
    const address = await recorded();
    expect((await release(address, 'withdraw')).status).toBe(409);
    await release(address);
    expect((await release(address)).status).toBe(409);
    expect((await release(address, 'withdraw')).banner).toBe('The public can no longer see this record');
    expect((await visit(address)).status).toBe(404);
  });

  test('needs a reason, said beside the field', async () => {
    const address = await recorded();
    const page = await send(`${address}/release`, { reason: '', intent: 'release' }, { as: who.coordinator });
    expect(page.messageBeside('reason')).toBe('Say why the public may see this');
  });
});

describe('withdrawing a record', () => {
  const withdraw = (address: string, as: string | undefined, reason = 'It was another decision') =>
    send(`${address}/withdraw`, { reason }, { as });

  test('whoever recorded it or a coordinator does, nobody else', async () => {
    const address = await recorded();
    for (const as of [user, who.coordinator])
      expect((await visit(`${address}/withdraw`, { as })).status).toBe(200);
    for (const as of [who.member, who.auditor]) {
      expect((await visit(`${address}/withdraw`, { as })).status).toBe(403);
      expect((await withdraw(address, as)).status).toBe(403);
      expect((await visit(address, { as })).text).not.toContain('Withdraw this record');
    }
    expect((await visit(`${address}/withdraw`, { as: who.unverified })).status).toBe(404);
    expect((await visit(`${address}/withdraw`)).location).toContain(paths.signIn());
  });

  test('leaves its page with the reason, and takes it off the finding and the list', async () => {
    const address = await recorded({ decision: 'To be taken back' });
    const sent = await withdraw(address, user);
    expect(sent.banner).toBe('Impact record withdrawn');
    const page = await visit(address, { as: who.auditor });
    expect(page.text).toContain('It was another decision');
    expect(page.links.map(({ text }) => text)).not.toContain('Corroboration statement');
    expect((await visit(`${address}/statement`, { as: who.auditor })).text).toContain('Do not rely on it');
    for (const place of [paths.impactRecords(), paths.finding(finding.reference)])
      expect((await visit(place, { as: who.auditor })).text).not.toContain('To be taken back');
  });

  test('once, and with a reason', async () => {
    const address = await recorded();
    expect((await withdraw(address, user, ' ')).messageBeside('reason')).toBe('Say why it is withdrawn');
    await withdraw(address, user);
    expect((await withdraw(address, user)).status).toBe(403);
    expect((await visit(`${address}/release`, { as: who.coordinator })).status).toBe(403);
  });
});

describe('checking a statement', () => {
  const check = (statement: string, as?: string) => send(paths.checkStatement(), { statement }, { as });
  const fileOf = async (address: string) => (await visit(`${address}/statement/file`, { as: user })).$.text();

  test('one that Soundings signed holds, for anybody', async () => {
    const address = await recorded();
    const file = await fileOf(address);
    const page = await check(file);
    expect(page.status).toBe(200);
    expect(page.text).toContain('The signature holds');
    const code = /Verification code ([\dA-F-]{19})/.exec(page.text)?.[1] ?? 'none';
    expect((await visit(`${address}/statement`, { as: user })).text).toContain(code);
  });

  test('a changed word breaks it, and what was pasted stays', async () => {
    const forged = (await fileOf(await recorded())).replace('Twelve ports', 'Twenty ports');
    const page = await check(forged);
    expect(page.status).toBe(422);
    expect(page.messageBeside('statement')).toContain('The signature does not fit');
    expect(page.fields['statement']).toBe(forged.trimStart());
    expect(page.text).not.toContain('The signature holds');
  });

  test.each(['', 'words', '{}', '[1,2]', HOSTILE, '{"statement":null}', 'x'.repeat(60_000)])(
    'what is no statement is said to be none (%#)',
    async (pasted) => {
      const page = await check(pasted);
      expect(page.status).toBe(422);
      expect(page.messageBeside('statement')).toBe('Paste the whole statement file: this is not one');
      expect(page.$('main script').length).toBe(0);
    },
  );

  test('that the record was withdrawn is told to those who may see the record', async () => {
    const address = await recorded();
    const file = await fileOf(address);
    await send(`${address}/withdraw`, { reason: 'Wrong' }, { as: user });
    expect((await check(file, who.auditor)).text).toContain('was withdrawn since');
    expect((await check(file)).text).not.toContain('was withdrawn since');
  });

  test('the key is there for everybody, and it is the public one', async () => {
    const page = await visit(paths.signingKey());
    expect(page.status).toBe(200);
    expect(page.html).toContain('BEGIN PUBLIC KEY');
    expect(page.html).not.toContain('PRIVATE');
  });
});
