import { z } from 'zod';
import { isPerson } from '../../actor';
import { query } from '../../query.server';
import { receipt, type ReceiptCheck } from '../sealing/receipt';
import { checkReceipt } from '../sealing/receipt-signing.server';

export const receiptText = z.strictObject({
  receipt: z
    .string({ error: 'Paste a receipt' })
    .trim()
    .min(1, 'Paste a receipt')
    .max(2_000_000, 'This is too long for a receipt'),
});

/**
 * Whether a receipt was signed here. It is judged by the text alone: no bid is looked up, so an answer says
 * nothing about what is in the database.
 */
export const receiptCheck = query({
  name: 'bids.checkReceipt',
  input: receiptText,
  visibleTo: (actor) => isPerson(actor),
  read: async ({ scope, input }): Promise<ReceiptCheck | { unreadable: true } | null> => {
    if (!scope) return null;
    const parsed = receipt.safeParse(asJson(input.receipt));
    return parsed.success ? checkReceipt(parsed.data) : { unreadable: true };
  },
});

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
