import { beforeAll, describe, expect, test } from 'vitest';
import { showReference } from '~/domain/reference';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import {
  joinBid,
  makeBid,
  makeEmptyBid,
  makeExpert,
  openQuestion,
} from '../../../../tests/support/factories/bids';
import { makePanel, makeWall } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let question: Awaited<ReturnType<typeof makeQuestion>>;

beforeAll(async () => {
  question = await makeQuestion({ title: 'How do couriers cross borders?' });
});

const draft = (over: { pounds?: number } = {}) => makeBid({ question, submitted: false, ...over });
const submit = (bid: { reference: string; leadId: string }, over: { revision?: string; as?: string } = {}) =>
  send(paths.checkBid(bid.reference), { revision: over.revision ?? '1' }, { as: over.as ?? bid.leadId });
const standing = (bidId: string) =>
  database.db.bidSubmission.count({ where: { bidId, replacedAt: null, withdrawnAt: null } });

describe('checking before submitting', () => {
  test('the lead reads the whole bid, with a way to change each section', async () => {
    const bid = await draft();
    const page = await visit(paths.checkBid(bid.reference), { as: bid.leadId });
    expect(page.heading).toBe('Check your bid, then submit it');
    expect(page.text).toContain('harbour');
    expect(page.text).toContain('£53,200');
    expect(page.text).toContain('not even the team that asks');
    const changes = page.links.filter(({ text }) => text.startsWith('Change'));
    expect(changes).toHaveLength(question.criteria.length + 7);
    expect(changes).toContainEqual({
      text: 'Change (Price)',
      href: paths.bidSection(bid.reference, 'price'),
    });
    expect(page.fields).toEqual({ revision: '1', keep: [], datasetLines: '' });
    expect(page.buttons).toEqual(['Submit the bid']);
  });

  test('an empty bid lists what is missing, each leading to its section, and is not taken', async () => {
    const bid = await makeEmptyBid({ question });
    const page = await visit(paths.checkBid(bid.reference), { as: bid.leadId });
    expect(page.text).toContain('This bid is not complete yet');
    const gaps = page.links.filter(({ text }) => !text.startsWith('Change') && text !== 'Your bids');
    expect(gaps).toContainEqual({
      text: 'Write your summary',
      href: paths.bidSection(bid.reference, 'summary'),
    });
    expect(gaps.map(({ text }) => text)).toContain('Enter a price: it cannot be £0');
    for (const { href } of gaps) expect((await visit(href, { as: bid.leadId })).status).toBe(200);
    const refused = await submit(bid);
    expect(refused.status).toBe(422);
    expect(refused.errors).toEqual([
      `The bid is not complete: Write your summary and ${question.criteria.length + 4} more`,
    ]);
    expect(await standing(bid.id)).toBe(0);
  });

  test('a price over the budget is warned of, and not forbidden', async () => {
    const bid = await draft({ pounds: 130_000 });
    const page = await visit(paths.checkBid(bid.reference), { as: bid.leadId });
    expect(page.text).toContain('The price is above the most the team says it can pay, £120,000');
    expect((await submit(bid)).status).toBe(303);
    const within = await draft({ pounds: 120_000 });
    expect((await visit(paths.checkBid(within.reference), { as: within.leadId })).text).not.toContain(
      'above the most',
    );
  });

  test('people who have not answered are named; those who declined are not', async () => {
    const bid = await draft();
    await joinBid(bid.id, { personId: (await makeExpert({ name: 'Ona Waiting' })).id, answer: 'asked' });
    await joinBid(bid.id, { personId: (await makeExpert({ name: 'Nils Declined' })).id, answer: 'declined' });
    const page = await visit(paths.checkBid(bid.reference), { as: bid.leadId });
    expect(page.text).toContain('Ona Waiting have not answered');
    expect(page.text).not.toContain('Nils Declined');
  });

  test('an editor can change, a partner only read; neither submits', async () => {
    const bid = await draft();
    const editor = await joinBid(bid.id);
    const partner = await joinBid(bid.id, { role: 'partner' });
    const [edits, reads] = [
      await visit(paths.checkBid(bid.reference), { as: editor }),
      await visit(paths.checkBid(bid.reference), { as: partner }),
    ];
    expect([edits.heading, edits.buttons, reads.buttons]).toEqual(['The whole bid', [], []]);
    expect(edits.text).toContain('Change');
    expect(reads.links.some(({ text }) => text.startsWith('Change'))).toBe(false);
    for (const as of [editor, partner]) expect((await submit(bid, { as })).status).toBe(403);
    expect(await standing(bid.id)).toBe(0);
  });

  test('nobody else knows of it', async () => {
    const bid = await draft();
    for (const as of [
      question.asking.ownerId,
      (await makePerson({ roles: ['auditor'] })).id,
      (await makeExpert()).id,
    ]) {
      expect((await visit(paths.checkBid(bid.reference), { as })).status).toBe(404);
      expect((await submit(bid, { as })).status).toBe(404);
    }
    expect((await visit(paths.checkBid(bid.reference))).location).toContain(paths.signIn());
  });
});

describe('submitting', () => {
  test('leads to a receipt that names submission, time and fingerprint, and to the next steps', async () => {
    const bid = await draft();
    const sent = await submit(bid);
    expect([sent.status, sent.location]).toEqual([303, paths.bidReceipt(bid.reference)]);
    const page = await visit(paths.bidReceipt(bid.reference), { as: bid.leadId });
    expect(page.text).toContain(`Reference ${showReference(bid.reference)}`);
    expect(page.text).toContain(
      'The signature of this receipt holds. Your draft is word for word what was submitted.',
    );
    expect(page.text).toMatch(/Fingerprint[0-9a-f]{64}/);
    expect(page.text).toContain('Until then you can replace or withdraw yours');
    expect(page.links.map(({ href }) => href)).toEqual(
      expect.arrayContaining([
        paths.bidReceiptFile(bid.reference),
        paths.checkReceipt(),
        paths.bid(bid.reference),
      ]),
    );
    expect((await visit(paths.bids(), { as: bid.leadId })).rows[0]?.[3]).toBe('Submitted');
  });

  test('sends nothing of content or price by mail or notice', async () => {
    const bid = await makeBid({ question, submitted: false, mark: 'zanderfish', pounds: 77_123 });
    await submit(bid);
    const facts = await database.db.fact.findMany({ where: { nounId: bid.id } });
    expect(
      JSON.stringify(facts, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toMatch(/zanderfish|7712300/);
    const stored = await database.db.bidSubmission.findFirstOrThrow({ where: { bidId: bid.id } });
    expect(Buffer.from(stored.sealedQuality).toString('latin1')).not.toContain('zanderfish');
  });

  test('a page checked before somebody saved again is stale: nothing is submitted', async () => {
    const bid = await draft();
    const editor = await joinBid(bid.id);
    const fields = { section: 'summary', revision: '1', text: 'Changed since' };
    await send(paths.bidSection(bid.reference, 'summary'), fields, { as: editor });
    const page = await submit(bid);
    expect(page.status).toBe(409);
    expect(page.errors).toEqual([
      'This bid changed after you opened this page. Check it again, then submit.',
    ]);
    expect(page.text).toContain('Changed since');
    expect(page.fields).toEqual({ revision: '2', keep: [], datasetLines: '' });
    expect(await standing(bid.id)).toBe(0);
    expect((await submit(bid, { revision: '2' })).status).toBe(303);
  });

  test('again replaces what stood, and says so beforehand', async () => {
    const bid = await draft();
    await submit(bid);
    const page = await visit(paths.checkBid(bid.reference), { as: bid.leadId });
    expect(page.text).toContain('This submission takes the place of the one you sent before');
    await submit(bid);
    expect(await standing(bid.id)).toBe(1);
    expect((await visit(paths.bidReceipt(bid.reference), { as: bid.leadId })).text).toContain('Submission2');
  });

  test('a revision that cannot be read is refused in words', async () => {
    const bid = await draft();
    for (const revision of ['', 'latest', '-1', '1; DROP TABLE bid']) {
      const page = await submit(bid, { revision });
      expect([page.status, page.errors.length]).toEqual([422, 1]);
    }
    expect(await standing(bid.id)).toBe(0);
  });

  test('after closing the page is for reading, and a late form says how late it was', async () => {
    const closed = await makeQuestion({ state: 'closed' });
    const bid = await makeBid({ question: closed, submitted: false });
    const page = await visit(paths.checkBid(bid.reference), { as: bid.leadId });
    expect([page.heading, page.buttons]).toEqual(['The whole bid', []]);
    expect(page.links.some(({ text }) => text.startsWith('Change'))).toBe(false);
    const late = await submit(bid);
    expect(late.status).toBe(422);
    expect(late.errors[0]).toMatch(
      /^You were 5 days .*late: .* Your bid was not submitted and stays in your drafts\.$/,
    );
  });

  test('a lead who has a confirmed conflict, or joined the panel, cannot submit any more', async () => {
    const walled = await draft();
    await makeWall(question.id, walled.leadId);
    expect((await submit(walled)).status).toBe(403);
    const other = await makeQuestion();
    const bid = await makeBid({ question: other, submitted: false });
    const panel = await makePanel(other, { declared: false });
    await database.db.panelMembership.update({
      where: { questionId_personId: { questionId: other.id, personId: panel.evaluators[0].id } },
      data: { endedAt: new Date() },
    });
    expect((await submit(bid)).status).toBe(303);
  });
});

describe('the receipt', () => {
  test('is a file that says all it needs to be checked, for everybody in the bid', async () => {
    const bid = await makeBid({ question });
    const partner = await joinBid(bid.id, { role: 'partner' });
    const file = await visit(paths.bidReceiptFile(bid.reference), { as: partner });
    expect(file.headers.get('Content-Disposition')).toBe(
      `attachment; filename="receipt-${bid.reference}-1.json"`,
    );
    expect(file.headers.get('Content-Type')).toContain('application/json');
    expect(file.headers.get('Cache-Control')).toBe('no-store');
    const receipt = JSON.parse(file.html) as Record<string, unknown>;
    expect(receipt).toMatchObject({ kind: 'soundings-bid-receipt', bid: bid.reference, submission: 1 });
    expect(JSON.parse(String(receipt['body']))).toMatchObject({ bid: bid.reference, content: bid.content });
  });

  test('comes without the text once the draft has moved on, and says so', async () => {
    const bid = await makeBid({ question });
    const fields = { section: 'summary', revision: '1', text: 'Another summary' };
    await send(paths.bidSection(bid.reference, 'summary'), fields, { as: bid.leadId });
    const page = await visit(paths.bidReceipt(bid.reference), { as: bid.leadId });
    expect(page.text).toContain('Your draft has changed since, so this receipt comes without the text');
    const file = await visit(paths.bidReceiptFile(bid.reference), { as: bid.leadId });
    expect(JSON.parse(file.html)).not.toHaveProperty('body');
  });

  test('is not there without a submission, nor for anybody outside, before and after opening', async () => {
    const bid = await draft();
    const closed = await makeQuestion({ state: 'closed' });
    const sealed = await makeBid({ question: closed });
    const panel = await makePanel(closed);
    const pages = (reference: string) => [paths.bidReceipt(reference), paths.bidReceiptFile(reference)];
    for (const path of pages(bid.reference)) expect((await visit(path, { as: bid.leadId })).status).toBe(404);
    const outside = async () => {
      for (const as of [
        panel.moderator.id,
        panel.owner.id,
        (await makePerson({ roles: ['coordinator'] })).id,
      ])
        for (const path of pages(sealed.reference)) expect((await visit(path, { as })).status).toBe(404);
    };
    await outside();
    await openQuestion(closed);
    await outside();
    expect((await visit(paths.bidReceiptFile(sealed.reference))).location).toContain(paths.signIn());
  });
});
