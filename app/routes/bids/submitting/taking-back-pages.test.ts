import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { joinBid, makeBid, makeExpert } from '../../../../tests/support/factories/bids';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let question: Awaited<ReturnType<typeof makeQuestion>>;

beforeAll(async () => {
  question = await makeQuestion();
});

describe('withdrawing', () => {
  const address = (bid: { reference: string }) => paths.withdrawBid(bid.reference);

  test('takes the submission back; the draft stays and can be sent again', async () => {
    const bid = await makeBid({ question });
    const page = await visit(address(bid), { as: bid.leadId });
    expect(page.text).toContain('The asking team does not learn that you bid');
    const reason = 'Too busy <b>now</b> 🦈';
    const sent = await send(address(bid), { reason }, { as: bid.leadId });
    expect([sent.location, sent.banner]).toEqual([
      paths.bid(bid.reference),
      'The bid is withdrawn. You can submit it again until closing.',
    ]);
    const after = await visit(paths.bid(bid.reference), { as: bid.leadId });
    expect(after.text).toContain('You withdrew this bid. You can submit it again until closing');
    expect((await visit(paths.bidReceipt(bid.reference), { as: bid.leadId })).status).toBe(404);
    expect((await database.db.bid.findUniqueOrThrow({ where: { id: bid.id } })).withdrawnReason).toBe(reason);
    const again = await send(paths.checkBid(bid.reference), { revision: '1' }, { as: bid.leadId });
    expect(again.status).toBe(303);
    expect((await visit(paths.bids(), { as: bid.leadId })).rows[0]?.[3]).toBe('Submitted');
  });

  test('a reason is optional; one that is too long is refused beside its field and kept', async () => {
    const bid = await makeBid({ question });
    const reason = 'x'.repeat(501);
    const page = await send(address(bid), { reason }, { as: bid.leadId });
    expect([page.status, page.messageBeside('reason')]).toEqual([422, 'Use 500 characters or fewer']);
    expect([page.fields['reason'], page.lostErrors]).toEqual([reason, []]);
    expect((await send(address(bid), {}, { as: bid.leadId })).status).toBe(303);
  });

  test('a second time is refused with the reason', async () => {
    const bid = await makeBid({ question });
    await send(address(bid), {}, { as: bid.leadId });
    const again = await send(address(bid), {}, { as: bid.leadId });
    expect([again.status, again.errors]).toEqual([422, ['This bid has not been submitted.']]);
    expect(again.text).toContain('Nothing is submitted, so there is nothing to withdraw');
  });

  test('is the lead’s alone', async () => {
    const bid = await makeBid({ question });
    const editor = await joinBid(bid.id);
    const page = await visit(address(bid), { as: editor });
    expect([page.buttons, page.text.includes('can be withdrawn by its lead')]).toEqual([[], true]);
    expect((await send(address(bid), {}, { as: editor })).status).toBe(403);
    for (const as of [question.asking.authorId, (await makeExpert()).id]) {
      expect((await visit(address(bid), { as })).status).toBe(404);
      expect((await send(address(bid), {}, { as })).status).toBe(404);
    }
  });

  test('after closing the submission stands', async () => {
    const bid = await makeBid({ question: await makeQuestion({ state: 'closed' }) });
    expect((await visit(address(bid), { as: bid.leadId })).buttons).toEqual([]);
    const page = await send(address(bid), {}, { as: bid.leadId });
    expect(page.status).toBe(422);
    expect(page.errors[0]).toMatch(/Your bid stands as it was submitted\.$/);
    expect((await visit(paths.bids(), { as: bid.leadId })).rows[0]?.[3]).toBe('Submitted');
  });
});

describe('discarding a draft', () => {
  const address = (bid: { reference: string }) => paths.discardBid(bid.reference);

  test('deletes it for everybody in the bid', async () => {
    const bid = await makeBid({ question, submitted: false });
    const editor = await joinBid(bid.id);
    const page = await visit(address(bid), { as: bid.leadId });
    expect(page.text).toContain('cannot be brought back');
    const sent = await send(address(bid), {}, { as: bid.leadId });
    expect([sent.location, sent.banner]).toEqual([paths.bids(), 'The draft is discarded.']);
    for (const as of [bid.leadId, editor]) {
      expect((await visit(paths.bid(bid.reference), { as })).status).toBe(404);
      expect((await visit(paths.bids(), { as })).rows).toEqual([]);
    }
    expect(await database.db.bidMember.count({ where: { bidId: bid.id } })).toBe(0);
    expect((await send(address(bid), {}, { as: bid.leadId })).status).toBe(404);
  });

  test('what was submitted once is kept, withdrawn or not', async () => {
    const bid = await makeBid({ question });
    await send(paths.withdrawBid(bid.reference), {}, { as: bid.leadId });
    const page = await visit(address(bid), { as: bid.leadId });
    expect(page.text).toContain('A bid that was submitted once is kept');
    const refused = await send(address(bid), {}, { as: bid.leadId });
    expect(refused.status).toBe(422);
    expect(refused.errors).toEqual([
      'This bid was submitted once, so it is kept. You can withdraw it until closing.',
    ]);
    expect((await visit(paths.bid(bid.reference), { as: bid.leadId })).status).toBe(200);
  });

  test('is the lead’s alone', async () => {
    const bid = await makeBid({ question, submitted: false });
    const partner = await joinBid(bid.id, { role: 'partner' });
    expect((await visit(address(bid), { as: partner })).buttons).toEqual([]);
    expect((await send(address(bid), {}, { as: partner })).status).toBe(403);
    expect((await send(address(bid), {}, { as: question.asking.ownerId })).status).toBe(404);
    expect((await visit(address(bid))).location).toContain(paths.signIn());
  });
});

describe('checking a receipt', () => {
  const check = async (receipt: string, as?: string) =>
    send(paths.checkReceipt(), { receipt }, { as: as ?? (await makePerson()).id });
  const genuine = async () => {
    const bid = await makeBid({ question });
    return JSON.parse((await visit(paths.bidReceiptFile(bid.reference), { as: bid.leadId })).html) as Record<
      string,
      unknown
    >;
  };

  test('a genuine one is confirmed to any signed-in person, who learns nothing more', async () => {
    const page = await check(JSON.stringify(await genuine()));
    expect(page.text).toContain('This receipt is genuine: submission 1 of bid');
    expect(page.text).not.toContain('£');
  });

  test.each([
    [
      'a changed text',
      (r: Record<string, unknown>) => ({ ...r, body: String(r['body']).replace('harbour', 'jetty') }),
      'The signature is genuine, but the text or the lines around it were changed',
    ],
    [
      'a changed time',
      (r: Record<string, unknown>) => ({ ...r, submittedAt: '2020-01-01T00:00:00.000Z' }),
      'The signature is genuine, but the text or the lines around it were changed',
    ],
    [
      'no text',
      ({ body: _, ...r }: Record<string, unknown>) => r,
      'Without its text a receipt proves the fingerprint',
    ],
    [
      'a changed fingerprint',
      (r: Record<string, unknown>) => ({ ...r, hash: 'a'.repeat(64) }),
      'was not signed by this installation',
    ],
    [
      'a signature of another kind',
      (r: Record<string, unknown>) => ({ ...r, signature: 'AAAA' }),
      'was not signed by this installation',
    ],
    [
      'an extra line',
      (r: Record<string, unknown>) => ({ ...r, note: 'extra' }),
      'This is not a receipt that Soundings can read',
    ],
  ])('%s is told apart', async (_, change, words) => {
    expect((await check(JSON.stringify(change(await genuine())))).text).toContain(words);
  });

  test('a forged one whose text is no JSON is answered, not broken by', async () => {
    const { createHash, randomBytes } = await import('node:crypto');
    const receipt = await genuine();
    const nonce = randomBytes(32);
    const body = 'no JSON at all';
    const hash = createHash('sha256').update(nonce).update(body).digest('hex');
    const page = await check(JSON.stringify({ ...receipt, nonce: nonce.toString('base64'), body, hash }));
    expect(page.status).toBe(200);
    expect(page.text).toContain('was not signed by this installation');
  });

  test.each([
    ['nothing', ''],
    ['spaces', '   '],
  ])('%s is asked for beside the field', async (_, receipt) => {
    const page = await check(receipt);
    expect([page.status, page.messageBeside('receipt')]).toEqual([422, 'Paste a receipt']);
    expect(page.lostErrors).toEqual([]);
  });

  test.each(['{', 'null', '[]', '"x"', '<script>alert(1)</script>', "'; DROP TABLE bid; --"])(
    'what is no receipt is said to be none and kept: %s',
    async (text) => {
      const page = await check(text);
      expect([page.status, page.fields['receipt']]).toEqual([200, text]);
      expect(page.text).toContain('This is not a receipt that Soundings can read');
    },
  );

  test('a visitor signs in first', async () => {
    expect((await visit(paths.checkReceipt())).location).toContain(paths.signIn());
    expect((await send(paths.checkReceipt(), { receipt: '{}' })).location).toContain(paths.signIn());
  });
});
