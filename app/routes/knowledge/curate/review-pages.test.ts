import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { HOSTILE, makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { termCalled } from '../../../../tests/support/factories/terms';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let who: Readers;
let waiting: Awaited<ReturnType<typeof makeFinding>>;

beforeAll(async () => {
  who = await makeReaders();
  waiting = await makeFinding({
    state: 'submitted',
    submittedById: who.member,
    title: 'Night work at ports',
    termIds: [(await termCalled('threatArea', 'fraud')).id],
  });
});

const submitted = (title?: string) =>
  makeFinding({ state: 'submitted', submittedById: who.member, ...(title ? { title } : {}) });
const versionOf = (findingId: string) =>
  database.db.findingVersion.findFirstOrThrow({ where: { findingId }, orderBy: { number: 'desc' } });

/** What the form of each page sends. */
const fieldsOf = (name: string) => (name === 'the review' ? {} : { reason: 'Because' });

const DECISIONS = [
  ['the review', paths.reviewFinding],
  ['returning', paths.returnFinding],
  ['declining', paths.declineFinding],
] as const;

describe('who decides on a finding that waits', () => {
  test.each(DECISIONS)('a coordinator opens the page of %s', async (_name, address) => {
    const page = await visit(address(waiting.reference), { as: who.coordinator });
    expect(page.status).toBe(200);
    expect(page.text).toContain('Night work at ports');
  });

  test.each(DECISIONS)('its writer sees the finding but not the page of %s', async (name, address) => {
    const page = await visit(address(waiting.reference), { as: who.member });
    expect(page.status).toBe(403);
    expect(page.text).toContain('coordinator');
    expect((await send(address(waiting.reference), fieldsOf(name), { as: who.member })).status).toBe(403);
  });

  test.each(DECISIONS)('nobody else learns through %s that it exists', async (name, address) => {
    for (const as of [who.unverified, who.auditor, who.committee, who.administrator]) {
      expect((await visit(address(waiting.reference), { as })).status).toBe(404);
      expect((await send(address(waiting.reference), fieldsOf(name), { as })).status).toBe(404);
    }
  });

  test.each(DECISIONS)('a visitor is sent to sign in before %s', async (_name, address) => {
    expect((await visit(address(waiting.reference))).location).toContain(paths.signIn());
    expect((await send(address(waiting.reference), { reason: 'No' })).location).toContain(paths.signIn());
  });

  test.each(DECISIONS)('a coordinator does not decide on their own finding by %s', async (name, address) => {
    const own = await makeFinding({ state: 'submitted', submittedById: who.coordinator });
    expect((await visit(address(own.reference), { as: who.coordinator })).status).toBe(403);
    expect((await send(address(own.reference), fieldsOf(name), { as: who.coordinator })).status).toBe(403);
    expect((await visit(address(own.reference), { as: who.second })).status).toBe(200);
  });

  test.each(DECISIONS)('what does not wait has no page of %s', async (_name, address) => {
    for (const state of ['published', 'returned', 'declined'] as const) {
      const { reference } = await makeFinding({ state, submittedById: who.member });
      expect((await visit(address(reference), { as: who.coordinator })).status).toBe(403);
    }
    const draft = await makeFinding({ state: 'draft', submittedById: who.member });
    expect((await visit(address(draft.reference), { as: who.coordinator })).status).toBe(404);
  });

  test('after these attempts the finding still waits', async () => {
    expect(await versionOf(waiting.id)).toMatchObject({
      publishedAt: null,
      returnedAt: null,
      declinedAt: null,
    });
  });
});

describe('reviewing', () => {
  test('the page shows what was sent, by whom, its tags and the ways to decide', async () => {
    const page = await visit(paths.reviewFinding(waiting.reference), { as: who.coordinator });
    expect(page.heading).toBe('Night work at ports');
    expect(page.text).toContain('New finding');
    expect(page.text).toContain('by Mel Member');
    expect(page.text).toContain('Most of it happens at night.');
    expect(page.text).toMatch(/Threat areas\s*Fraud/i);
    expect(page.buttons).toEqual(['Publish to the network']);
    const hrefs = page.links.map(({ href }) => href);
    for (const address of [paths.returnFinding, paths.declineFinding, paths.findingTags])
      expect(hrefs).toContain(address(waiting.reference));
  });

  test('what is not stated is said before it is published', async () => {
    const bare = await makeFinding({
      state: 'submitted',
      submittedById: who.member,
      limits: '',
      licence: '',
    });
    const page = await visit(paths.reviewFinding(bare.reference), { as: who.coordinator });
    expect(page.text).toContain('It does not state its limits, licence');
    await send(paths.reviewFinding(bare.reference), {}, { as: who.coordinator });
    const finding = await database.db.finding.findUniqueOrThrow({ where: { id: bare.id } });
    expect(finding.bibliographic).toBe(true);
  });

  test('publishing puts it before members, not before the public', async () => {
    const { reference } = await submitted('Published by review');
    expect((await visit(paths.finding(reference), { as: who.auditor })).status).toBe(404);
    const sent = await send(paths.reviewFinding(reference), {}, { as: who.coordinator });
    expect([sent.location, sent.banner]).toEqual([
      paths.finding(reference),
      'Finding published to the network',
    ]);
    expect((await visit(paths.finding(reference), { as: who.auditor })).heading).toBe('Published by review');
    expect((await visit(paths.finding(reference))).status).toBe(404);
  });

  test('what was decided by somebody else meanwhile is not decided again', async () => {
    const { id, reference } = await submitted();
    await send(paths.returnFinding(reference), { reason: 'Say more' }, { as: who.second });
    const late = await send(paths.reviewFinding(reference), {}, { as: who.coordinator });
    expect(late.status).toBe(403);
    expect((await versionOf(id)).publishedAt).toBeNull();
  });
});

describe('returning and declining', () => {
  const BOTH = [
    ['returning', paths.returnFinding, 'Say what has to change', 'Returned for changes'],
    ['declining', paths.declineFinding, 'Say why it is declined', 'Finding declined'],
  ] as const;

  test.each(BOTH)('%s needs a reason', async (_name, address, message) => {
    const page = await send(address(waiting.reference), { reason: '   ' }, { as: who.coordinator });
    expect(page.status).toBe(422);
    expect(page.messageBeside('reason')).toBe(message);
    expect(page.errors).toEqual([message]);
  });

  test.each(BOTH)('%s with too long a reason keeps it', async (_name, address) => {
    const reason = 'why '.repeat(2500).trim();
    const page = await send(address(waiting.reference), { reason }, { as: who.coordinator });
    expect(page.status).toBe(422);
    expect(page.messageBeside('reason')).toContain('Use 1,000 characters or fewer');
    expect(page.fields['reason']).toBe(reason);
  });

  test.each(BOTH)(
    '%s tells the writer the reason, word for word',
    async (_name, address, _message, banner) => {
      const { reference } = await submitted();
      const sent = await send(address(reference), { reason: HOSTILE }, { as: who.coordinator });
      expect([sent.location, sent.banner]).toEqual([paths.finding(reference), banner]);
      const page = await visit(paths.finding(reference), { as: who.member });
      expect(page.text).toContain("<script>alert(1)</script> '; DROP TABLE finding; --");
      expect(page.$('main script').length).toBe(0);
      expect((await visit(paths.finding(reference), { as: who.auditor })).status).toBe(404);
    },
  );

  test('returned, the writer can go on with it; declined, not', async () => {
    const [back, no] = [await submitted(), await submitted()];
    await send(paths.returnFinding(back.reference), { reason: 'Years' }, { as: who.coordinator });
    await send(paths.declineFinding(no.reference), { reason: 'Other field' }, { as: who.coordinator });
    const links = async (reference: string) =>
      (await visit(paths.finding(reference), { as: who.member })).links.map(({ text }) => text);
    expect(await links(back.reference)).toContain('Go on with the draft');
    expect(await links(no.reference)).not.toContain('Go on with the draft');
    expect((await visit(paths.checkFinding(no.reference), { as: who.member })).status).toBe(404);
    const own = await visit(paths.findings(), { as: who.member });
    expect(own.links.map(({ href }) => href)).toContain(paths.checkFinding(back.reference));
    expect(own.links.map(({ href }) => href)).not.toContain(paths.checkFinding(no.reference));
  });
});

describe('changing tags', () => {
  const address = () => paths.findingTags(waiting.reference);

  test('the boxes stand as the finding is tagged, and lead back to the review', async () => {
    const page = await visit(address(), { as: who.coordinator });
    expect(page.fields['threatAreas']).toEqual(['fraud']);
    expect(page.links.map(({ href }) => href)).toContain(paths.reviewFinding(waiting.reference));
    const sent = await send(
      address(),
      { threatAreas: ['fraud', 'cyber-crime'], strands: ['prevent'] },
      { as: who.coordinator },
    );
    expect([sent.location, sent.banner]).toEqual([paths.reviewFinding(waiting.reference), 'Tags changed']);
    expect((await visit(address(), { as: who.coordinator })).fields['threatAreas']).toHaveLength(2);
  });

  test('all tags can be taken away', async () => {
    await send(address(), {}, { as: who.coordinator });
    expect(await database.db.findingTerm.count({ where: { findingId: waiting.id } })).toBe(0);
  });

  test('a tag that nobody knows is refused beside its boxes and nothing is changed', async () => {
    const page = await send(address(), { strands: ["'; DROP", 'prevent'] }, { as: who.coordinator });
    expect(page.status).toBe(422);
    expect(page.messageBeside('strands')).toContain('no longer in use');
    expect(page.fields['strands']).toContain('prevent');
    expect(await database.db.findingTerm.count({ where: { findingId: waiting.id } })).toBe(0);
  });

  test('of a published finding they are changed from its page, by coordinators alone', async () => {
    const { reference } = await makeFinding({ submittedById: who.member });
    for (const as of [who.member, who.auditor]) {
      expect((await visit(paths.findingTags(reference), { as })).status).toBe(403);
      expect((await send(paths.findingTags(reference), { strands: 'prevent' }, { as })).status).toBe(403);
    }
    expect((await visit(paths.findingTags(reference), { as: who.committee })).status).toBe(404);
    const sent = await send(paths.findingTags(reference), { strands: 'prevent' }, { as: who.coordinator });
    expect(sent.location).toBe(paths.finding(reference));
    expect((await visit(sent.location ?? '', { as: who.auditor })).text).toContain('Prevent');
  });

  test('while its author still writes it they stay the author’s', async () => {
    const back = await makeFinding({ state: 'returned', submittedById: who.member });
    const page = await visit(paths.findingTags(back.reference), { as: who.coordinator });
    expect(page.status).toBe(403);
  });
});
