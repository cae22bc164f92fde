import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { QUEUE_KINDS, QUEUES } from '~/domain/curation/queue';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeJoinRequest } from '../../../../tests/support/factories/join-requests';
import { makeOrganisation } from '../../../../tests/support/factories/people';
import { HOSTILE, makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let who: Readers;
let others: (string | undefined)[];

beforeAll(async () => {
  who = await makeReaders();
  others = [who.unverified, who.member, who.auditor, who.committee, who.administrator];
});
beforeEach(async () => {
  await database.db.findingVersion.updateMany({
    where: { submittedAt: { not: null }, publishedAt: null, returnedAt: null, declinedAt: null },
    data: { declinedAt: new Date(), declinedReason: 'Cleared' },
  });
});

const asCoordinator = () => ({ as: who.coordinator });
const waiting = (title: string, over: Parameters<typeof makeFinding>[0] = {}) =>
  makeFinding({ state: 'submitted', submittedById: who.member, title, ...over });
const previewOf = (kind: string, action: string, ...items: string[]) =>
  `${paths.deskPreview(kind)}?${new URLSearchParams([['action', action], ...items.map((item) => ['item', item])]).toString()}`;
const versionOf = (findingId: string) =>
  database.db.findingVersion.findFirstOrThrow({ where: { findingId } });

describe('who keeps the desk', () => {
  const doors = () => [
    paths.desk(),
    ...QUEUE_KINDS.map((kind) => paths.deskQueue(kind)),
    paths.deskItem('findings', 'H7K4QXM2'),
    previewOf('findings', 'publish-findings', 'H7K4-QXM2'),
  ];

  test('coordinators alone; every other person is told so, a visitor signs in first', async () => {
    for (const address of doors()) {
      for (const as of others) expect((await visit(address, { as })).status, address).toBe(403);
      expect((await visit(address)).location, address).toContain(paths.signIn());
    }
    const page = await visit(paths.desk(), { as: who.member });
    expect(page.text).toContain('The desk is for coordinators.');
  });

  test('nobody else decides by sending its forms', async () => {
    const { id, reference } = await waiting('Not theirs');
    const fields = { action: 'publish-findings', items: reference };
    for (const as of others) {
      expect((await send(paths.deskPreview('findings'), fields, { as })).status).toBe(403);
      const one = { action: 'publish-findings' };
      expect((await send(paths.deskItem('findings', reference), one, { as })).status).toBe(403);
    }
    expect((await versionOf(id)).publishedAt).toBeNull();
  });

  test('the frame leads coordinators there and nobody else', async () => {
    expect((await visit(paths.home(), asCoordinator())).html).toContain(`href="${paths.desk()}"`);
    for (const as of [who.member, who.auditor, who.administrator])
      expect((await visit(paths.home(), { as })).html).not.toContain(`href="${paths.desk()}"`);
  });
});

describe('the desk', () => {
  test('counts what waits in each queue and leads there', async () => {
    await waiting('One');
    await waiting('Two');
    const page = await visit(paths.desk(), asCoordinator());
    const findings = page.rows.find(([name]) => name?.startsWith(QUEUES.findings.title));
    expect(findings?.[1]).toBe('2');
    expect(page.rows.some(([name]) => name?.startsWith(QUEUES.joins.title))).toBe(false);
    expect(page.$('details').text()).toContain(QUEUES.joins.title);
    expect(page.text).toContain('2 things wait for a coordinator.');
    for (const kind of QUEUE_KINDS) {
      expect(page.links.map(({ href }) => href)).toContain(paths.deskQueue(kind));
      expect((await visit(paths.deskQueue(kind), asCoordinator())).heading).toBe(QUEUES[kind].title);
    }
  });

  test('puts first what has waited longest, whatever the queue', async () => {
    await waiting('Now');
    const { request } = await makeJoinRequest();
    await database.db.joinRequest.update({
      where: { id: request.id },
      data: { requestedAt: new Date('2020-01-01') },
    });
    const [first, second] = (await visit(paths.desk(), asCoordinator())).rows.map(([name]) => name);
    expect(first).toContain(QUEUES.joins.title);
    expect(second).toContain(QUEUES.findings.title);
    await database.db.joinRequest.delete({ where: { id: request.id } });
  });

  test('says “1 thing waits” of one thing', async () => {
    await waiting('Alone');
    expect((await visit(paths.desk(), asCoordinator())).text).toContain('1 thing waits for a coordinator.');
  });
});

describe('a queue', () => {
  test('lists what waits longest first, each with a box that names it', async () => {
    await waiting('Later', { publishedAt: new Date('2026-03-02') });
    await waiting('Earlier', { publishedAt: new Date('2026-03-01') });
    const page = await visit(paths.deskQueue('findings'), asCoordinator());
    expect(page.rows.map((cells) => cells[1])).toEqual(['Earlier', 'Later']);
    expect(page.$('main input[type=checkbox]').length).toBe(2);
    expect(page.text).toContain('Select Earlier');
    expect(page.buttons).toEqual(['Publish to the network', 'Return for changes', 'Decline']);
    expect(page.text).toContain('You see a preview first.');
  });

  test('an empty one says that it is clear', async () => {
    const page = await visit(paths.deskQueue('findings'), asCoordinator());
    expect(page.text).toContain('This queue is clear');
    expect(page.buttons).toEqual([]);
  });

  test('can be ticked whole, and cleared again', async () => {
    await waiting('One');
    const page = await visit(paths.deskQueue('findings', { all: '1' }), asCoordinator());
    expect(page.$('main input[type=checkbox][checked]').length).toBe(1);
    expect(page.links).toContainEqual({ text: 'Clear the selection', href: paths.deskQueue('findings') });
  });

  test('a preview of nothing comes back with what to do', async () => {
    await waiting('One');
    const sent = await visit(previewOf('findings', 'publish-findings'), asCoordinator());
    expect(sent.location).toBe(paths.deskQueue('findings', { selected: 'none' }));
    const page = await visit(sent.location ?? '', asCoordinator());
    expect(page.errors).toEqual(['Select at least one, then choose what to do']);
    expect(page.$('#item').length).toBe(1);
  });

  test('that is clear by then does not ask to select', async () => {
    const page = await visit(paths.deskQueue('findings', { selected: 'none' }), asCoordinator());
    expect(page.errors).toEqual([]);
  });

  test.each(['nonsense', 'Findings', '__proto__', 'constructor'])('there is no queue %s', async (kind) => {
    expect((await visit(paths.deskQueue(kind), asCoordinator())).status).toBe(404);
    expect((await visit(paths.deskItem(kind, 'H7K4QXM2'), asCoordinator())).status).toBe(404);
  });

  test.each(['?after=x', '?all=2', '?page=1'])('the address %s is refused', async (query) => {
    expect((await visit(`${paths.deskQueue('findings')}${query}`, asCoordinator())).status).toBe(400);
  });

  test('goes on by key without gap or repeat', async () => {
    for (let place = 0; place < 27; place += 1) await waiting(`Queued ${place}`);
    const first = await visit(paths.deskQueue('findings'), asCoordinator());
    expect(first.text).toContain('25 of 27 shown.');
    const next = first.links.find(({ href }) => href.includes('after='))?.href ?? '';
    const second = await visit(next, asCoordinator());
    const names = [...first.rows, ...second.rows].map((cells) => cells[1]);
    expect(new Set(names).size).toBe(27);
  });
});

describe('a preview', () => {
  test('says what will change and what will be skipped and why, and changes nothing', async () => {
    const [other, own] = [
      await waiting('Of a member'),
      await waiting('Own', { submittedById: who.coordinator }),
    ];
    const address = previewOf('findings', 'publish-findings', other.reference, own.reference);
    const page = await visit(address, asCoordinator());
    expect(page.text).toContain('1 of 2 will change.');
    expect(page.text).toContain('You can undo it for 24 hours.');
    expect(page.rows.map((cells) => cells[2])).toEqual([
      'Yes',
      expect.stringContaining('Another coordinator'),
    ]);
    expect(page.buttons).toEqual(['Publish to the network: 1']);
    expect((await versionOf(other.id)).publishedAt).toBeNull();
  });

  test('when nothing would change it offers no button', async () => {
    const own = await waiting('Own', { submittedById: who.coordinator });
    const page = await visit(previewOf('findings', 'publish-findings', own.reference), asCoordinator());
    expect(page.text).toContain('0 of 1 will change.');
    expect(page.buttons).toEqual([]);
    expect(page.links.map(({ text }) => text)).toContain('Back to the queue');
  });

  test('an action of another queue, or of none, is not there', async () => {
    expect((await visit(previewOf('joins', 'publish-findings', 'H7K4-QXM2'), asCoordinator())).status).toBe(
      404,
    );
    expect((await visit(previewOf('findings', 'drop', 'H7K4-QXM2'), asCoordinator())).status).toBe(400);
    expect((await visit(paths.deskPreview('findings'), asCoordinator())).status).toBe(400);
  });

  test('something that is no reference is not previewed', async () => {
    const page = await visit(previewOf('findings', 'publish-findings', "'; DROP"), asCoordinator());
    expect([400, 404]).toContain(page.status);
  });

  test.each([
    ['return-findings', {}, 'reason', 'Say why: the person is told'],
    ['decline-findings', { reason: ' ' }, 'reason', 'Say why: the person is told'],
    ['decline-findings', { reason: 'x'.repeat(10_000) }, 'reason', 'Use 1,000 characters or fewer'],
  ])(
    '%s without a good reason changes nothing and keeps what was typed',
    async (action, more, field, message) => {
      const { id, reference } = await waiting('Kept');
      const fields: Record<string, string> = { action, items: reference, ...more };
      const page = await send(previewOf('findings', action, reference), fields, asCoordinator());
      expect(page.status).toBe(422);
      expect(page.messageBeside(field)).toContain(message);
      if (fields['reason']?.trim()) expect(page.fields['reason']).toBe(fields['reason']);
      expect(await versionOf(id)).toMatchObject({ returnedAt: null, declinedAt: null });
    },
  );

  test('a day for the next look has to be ahead', async () => {
    const { id, reference } = await makeFinding({ title: 'Due again' });
    await database.db.finding.update({ where: { id }, data: { reviewBy: new Date('2020-01-01') } });
    const at = (year: string) => ({
      action: 'reaffirm-findings',
      items: reference,
      'reviewBy.day': '1',
      'reviewBy.month': '2',
      'reviewBy.year': year,
    });
    const address = previewOf('reviews', 'reaffirm-findings', reference);
    const page = await send(address, at('2020'), asCoordinator());
    expect(page.messageBeside('reviewBy')).toBe('Enter a day in the future');
    expect(page.fields['reviewBy.year']).toBe('2020');
    expect((await send(address, at('2090'), asCoordinator())).status).toBe(303);
    expect((await visit(paths.deskQueue('reviews'), asCoordinator())).text).not.toContain('Due again');
  });

  test('tags have to be chosen, and are added to those there are', async () => {
    const { id, reference } = await makeFinding({ title: 'Loose', bibliographic: true });
    const address = previewOf('untagged', 'tag-findings', reference);
    const fields = { action: 'tag-findings', items: reference };
    const page = await send(address, fields, asCoordinator());
    expect(page.messageBeside('threatAreas')).toBe('Choose at least one threat area or strand');
    await send(address, { ...fields, threatAreas: ['fraud'] }, asCoordinator());
    expect(await database.db.findingTerm.count({ where: { findingId: id } })).toBe(1);
  });
});

describe('one thing of a queue', () => {
  test('shows what is needed to decide, its place, and the next', async () => {
    const first = await waiting('First of two', { publishedAt: new Date('2026-03-01'), limits: 'One port' });
    const second = await waiting('Second of two', { publishedAt: new Date('2026-03-02') });
    const page = await visit(paths.deskItem('findings', first.reference), asCoordinator());
    expect(page.heading).toBe('First of two');
    for (const words of ['One port', 'Mel Member', 'A. Author']) expect(page.text).toContain(words);
    expect(page.links).toContainEqual({
      text: 'Skip to the next',
      href: paths.deskItem('findings', second.reference),
    });
  });

  test('decided, leads on to the next with the word that it can be undone', async () => {
    const first = await waiting('First', { publishedAt: new Date('2026-03-01') });
    const second = await waiting('Second', { publishedAt: new Date('2026-03-02') });
    const sent = await send(
      paths.deskItem('findings', first.reference),
      { action: 'publish-findings' },
      asCoordinator(),
    );
    expect(sent.location).toBe(paths.deskItem('findings', second.reference));
    expect(sent.banner).toContain('It can be undone from the desk for 24 hours');
    expect((await visit(paths.finding(first.reference), { as: who.auditor })).status).toBe(200);
    const last = await send(
      paths.deskItem('findings', second.reference),
      { action: 'publish-findings' },
      asCoordinator(),
    );
    expect(last.location).toBe(paths.deskQueue('findings'));
  });

  test('no decision, or one without its reason, is said beside the field', async () => {
    const { reference } = await waiting('Undecided');
    const address = paths.deskItem('findings', reference);
    const none = await send(address, { reason: 'Typed already' }, asCoordinator());
    expect(none.status).toBe(422);
    expect(none.messageBeside('action')).toBe('Choose what to do');
    expect(none.fields['reason']).toBe('Typed already');
    const page = await send(address, { action: 'decline-findings', reason: '' }, asCoordinator());
    expect(page.messageBeside('reason')).toBe('Say why: the person is told');
    expect(page.fields['action']).toBe('decline-findings');
  });

  test('an action of another queue is refused', async () => {
    const { id, reference } = await waiting('Not a join');
    const page = await send(
      paths.deskItem('findings', reference),
      { action: 'accept-joins' },
      asCoordinator(),
    );
    expect(page.status).toBeGreaterThanOrEqual(400);
    expect((await versionOf(id)).publishedAt).toBeNull();
  });

  test('what does not wait any more is not there', async () => {
    const published = await makeFinding();
    expect((await visit(paths.deskItem('findings', published.reference), asCoordinator())).status).toBe(404);
    expect((await visit(paths.deskItem('findings', 'nonsense'), asCoordinator())).status).toBe(404);
  });

  test('hostile words of a writer stay words', async () => {
    const { reference } = await waiting(HOSTILE, { keyMessages: HOSTILE });
    for (const address of [paths.deskQueue('findings'), paths.deskItem('findings', reference)]) {
      const page = await visit(address, asCoordinator());
      expect(page.text).toContain('<script>alert(1)</script>');
      expect(page.$('main script').length).toBe(0);
    }
  });
});

describe('requests to join', () => {
  test('are shown with who asks, from where and why, and decided there', async () => {
    const organisation = await makeOrganisation({ name: 'University of Ports' });
    const { person, request } = await makeJoinRequest({ name: 'Joy Ner', organisationId: organisation.id });
    const page = await visit(paths.deskItem('joins', request.reference), asCoordinator());
    for (const words of ['Joy Ner', 'University of Ports', 'I study ports'])
      expect(page.text).toContain(words);
    await send(paths.deskItem('joins', request.reference), { action: 'accept-joins' }, asCoordinator());
    const now = await database.db.person.findUniqueOrThrow({ where: { id: person.id } });
    expect(now.verifiedAt).not.toBeNull();
  });

  test('a declined person is told why and does not become a member', async () => {
    const { person, request } = await makeJoinRequest();
    const fields = { action: 'decline-joins', reason: 'We could not find you' };
    await send(paths.deskItem('joins', request.reference), fields, asCoordinator());
    const row = await database.db.joinRequest.findUniqueOrThrow({ where: { id: request.id } });
    expect(row).toMatchObject({ accepted: false, decisionReason: 'We could not find you' });
    const now = await database.db.person.findUniqueOrThrow({ where: { id: person.id } });
    expect(now.verifiedAt).toBeNull();
  });
});
