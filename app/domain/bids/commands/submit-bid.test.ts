import { describe, expect, it } from 'vitest';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { doneValue, makeBid, makeEmptyBid } from '../../../../tests/support/factories/bids';
import { actorFor } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { run } from '../../command.server';
import { checkReceipt, receiptOf } from '../sealing/receipt-signing.server';
import { saveBidSection } from './save-bid-section.server';
import { submitBid } from './submit-bid.server';
import { withdrawBid } from './withdraw-bid.server';

const test = useDatabase();
const live = { replacedAt: null, withdrawnAt: null };

async function draftReady(over: { closesInDays?: number } = {}) {
  const question = await makeQuestion(over);
  const bid = await makeBid({ question, submitted: false });
  return { question, bid, lead: await actorFor(bid.leadId) };
}

describe('submitting a bid', () => {
  it('seals both parts and signs a receipt that verifies', async () => {
    const { question, bid, lead } = await draftReady();
    doneValue(await run(submitBid, lead, { reference: bid.reference, revision: 1 }));
    const row = await test.db.bidSubmission.findFirstOrThrow({ where: { bidId: bid.id, ...live } });
    for (const sealed of [row.sealedQuality, row.sealedPrice ?? new Uint8Array()])
      expect(Buffer.from(sealed).includes('harbour')).toBe(false);
    const about = {
      question: question.reference,
      bid: bid.reference,
      submission: 1,
      submittedAt: row.submittedAt,
    };
    const receipt = receiptOf(about, row, bid.content);
    expect(checkReceipt(receipt)).toMatchObject({ signed: true, bodyFits: true });
    const dearer = { ...bid.content, price: { ...bid.content.price, overheads: 1 } };
    expect(receiptOf(about, row, dearer).body).toBeUndefined();
  });

  it('refuses an incomplete bid and names what is missing', async () => {
    const question = await makeQuestion();
    const bid = await makeEmptyBid({ question });
    const outcome = await run(submitBid, await actorFor(bid.leadId), {
      reference: bid.reference,
      revision: 1,
    });
    expect(outcome).toMatchObject({
      kind: 'refused',
      refusal: {
        name: 'BidIsIncomplete',
        message: 'The bid is not complete: Write your summary and 10 more',
      },
    });
  });

  it('refuses when the draft changed after the check', async () => {
    const { bid, lead } = await draftReady();
    const typed = { reference: bid.reference, section: 'summary', revision: 1, text: 'Another summary' };
    doneValue(await run(saveBidSection, lead, typed));
    expect(await run(submitBid, lead, { reference: bid.reference, revision: 1 })).toMatchObject({
      kind: 'refused',
      refusal: { name: 'BidChangedSince', stale: true },
    });
  });

  it('replaces the former submission and keeps it', async () => {
    const { bid, lead } = await draftReady();
    for (let times = 0; times < 3; times++)
      doneValue(await run(submitBid, lead, { reference: bid.reference, revision: 1 }));
    const rows = await test.db.bidSubmission.findMany({
      where: { bidId: bid.id },
      orderBy: { number: 'asc' },
    });
    expect(rows.map(({ number, replacedAt }) => [number, replacedAt !== null])).toEqual([
      [1, true],
      [2, true],
      [3, false],
    ]);
  });

  it('leaves one live submission when two are sent at once', async () => {
    const { bid, lead } = await draftReady();
    await Promise.all([1, 2, 3].map(() => run(submitBid, lead, { reference: bid.reference, revision: 1 })));
    expect(await test.db.bidSubmission.count({ where: { bidId: bid.id, ...live } })).toBe(1);
  });

  it('hides the bid from everybody outside it', async () => {
    const { bid, question } = await draftReady();
    for (const id of [question.asking.moderatorId, question.asking.authorId]) {
      const outcome = await run(submitBid, await actorFor(id), { reference: bid.reference, revision: 1 });
      expect(outcome.kind).toBe('hidden');
    }
  });
});

describe('withdrawing a bid', () => {
  it('takes the submission back; it can be submitted again until closing', async () => {
    const { bid, lead } = await draftReady();
    expect(await run(withdrawBid, lead, { reference: bid.reference })).toMatchObject({
      refusal: { name: 'NothingIsSubmitted' },
    });
    doneValue(await run(submitBid, lead, { reference: bid.reference, revision: 1 }));
    doneValue(await run(withdrawBid, lead, { reference: bid.reference, reason: 'Staff left' }));
    expect(await test.db.bidSubmission.count({ where: { bidId: bid.id, ...live } })).toBe(0);
    doneValue(await run(submitBid, lead, { reference: bid.reference, revision: 1 }));
    const again = await test.db.bid.findUniqueOrThrow({ where: { id: bid.id } });
    expect(again.withdrawnAt).toBeNull();
  });
});

describe('the deadline', () => {
  it('refuses submit and withdrawal after closing; the draft stays and can be read', async () => {
    const { bid, lead } = await draftReady({ closesInDays: 0.01 });
    doneValue(await run(submitBid, lead, { reference: bid.reference, revision: 1 }));
    await moveClock('1 hour');
    expect(await run(submitBid, lead, { reference: bid.reference, revision: 1 })).toMatchObject({
      kind: 'refused',
      refusal: {
        name: 'DeadlineHasPassed',
        message: expect.stringMatching(/You were 4\d minutes late.*stays in your drafts/),
      },
    });
    expect((await run(withdrawBid, lead, { reference: bid.reference })).kind).toBe('refused');
    expect(await test.db.bidSubmission.count({ where: { bidId: bid.id, ...live } })).toBe(1);
  });

  it('is held by the database too, whatever the code says', async () => {
    const { bid, question } = await draftReady();
    const at = (milliseconds: number) => new Date((question.closesAt?.getTime() ?? 0) + milliseconds);
    const row = (number: number, submittedAt: Date) => ({
      id: bid.id.slice(0, -1) + String(number),
      bidId: bid.id,
      number,
      sealedQuality: new Uint8Array(1),
      contentHash: new Uint8Array(32),
      receiptNonce: new Uint8Array(32),
      receiptSignature: new Uint8Array(64),
      receiptKeyId: 'k',
      submittedById: bid.leadId,
      submittedAt,
    });
    await expect(test.db.bidSubmission.create({ data: row(1, at(0)) })).rejects.toThrow(
      /closing time has passed/,
    );
    await test.db.bidSubmission.create({ data: row(1, at(-1)) });
    await expect(test.db.bidSubmission.create({ data: row(2, at(-1)) })).rejects.toThrow(/[Uu]nique/);
    const change = { where: { bidId: bid.id }, data: { contentHash: new Uint8Array(32).fill(1) } };
    await expect(test.db.bidSubmission.updateMany(change)).rejects.toThrow(/kept as it was sent/);
    await expect(test.db.bidSubmission.deleteMany({ where: { bidId: bid.id } })).rejects.toThrow(
      /kept as it was sent/,
    );
  });
});
