import { z } from 'zod';
import { isPerson } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayRead } from '../bid-policy';
import { bidRecord } from '../bid-record.server';
import { readDraft } from '../sealing/draft-vault.server';
import { checkReceipt, receiptOf } from '../sealing/receipt-signing.server';
import { signerOfSubmission } from '../sign-off/open-sign-off.server';
import { headOf } from './bid-page.server';

/** The receipt of what stands submitted, checked; it carries its body while the draft is still the same. */
export const bidReceipt = query({
  name: 'bids.receipt',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => isPerson(actor),
  read: async ({ db, actor, scope, input: { reference }, now }) => {
    const bid = await bidRecord(db, reference);
    if (!bid?.liveId || !scope || !isAllowed(mayRead(actor, bid))) return null;
    const row = await db.bidSubmission.findUniqueOrThrow({
      where: { id: bid.liveId },
      select: {
        number: true,
        submittedAt: true,
        receiptNonce: true,
        contentHash: true,
        receiptSignature: true,
        receiptKeyId: true,
      },
    });
    const { number, submittedAt } = row;
    const about = { question: bid.questionReference, bid: bid.reference, submission: number, submittedAt };
    const receipt = receiptOf(about, row, readDraft(bid).content);
    const { signed, bodyFits } = checkReceipt(receipt);
    const signer = await signerOfSubmission(db, bid.id);
    return { ...headOf(bid, now), signer, receipt, signed, bodyFits, earlier: bid.submissions - 1 };
  },
});
