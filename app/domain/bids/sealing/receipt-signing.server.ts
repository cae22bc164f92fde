import { canonicalJson } from '../../fact-hash.server';
import { contentHash, newNonce, signatureHolds, signBytes, signingPublicKey } from '~/platform/vault.server';
import type { BidContent } from '../content/bid-content';
import { receiptBody, type Receipt, type ReceiptCheck } from './receipt';

export interface Submitted {
  question: string;
  bid: string;
  submission: number;
  submittedAt: Date;
}

export const canonicalBody = (
  { question, bid, submission, submittedAt }: Submitted,
  content: BidContent,
): string => canonicalJson({ question, bid, submission, submittedAt: submittedAt.toISOString(), content });

/** The columns of a submission that make its receipt. */
export function signReceipt(about: Submitted, content: BidContent) {
  const nonce = newNonce();
  const hash = contentHash(nonce, canonicalBody(about, content));
  const { signature, keyId } = signBytes(hash);
  return { receiptNonce: nonce, contentHash: hash, receiptSignature: signature, receiptKeyId: keyId };
}

interface SignedRow {
  receiptNonce: Uint8Array;
  contentHash: Uint8Array;
  receiptSignature: Uint8Array;
  receiptKeyId: string;
}

/** The receipt as its holder downloads it; with its body only when the content given is what was submitted. */
export function receiptOf(about: Submitted, row: SignedRow, content: BidContent | null): Receipt {
  const body = content ? canonicalBody(about, content) : null;
  const fits =
    body !== null && Buffer.from(contentHash(row.receiptNonce, body)).equals(Buffer.from(row.contentHash));
  return {
    kind: 'soundings-bid-receipt',
    question: about.question,
    bid: about.bid,
    submission: about.submission,
    submittedAt: about.submittedAt.toISOString(),
    nonce: Buffer.from(row.receiptNonce).toString('base64'),
    hash: Buffer.from(row.contentHash).toString('hex'),
    signature: Buffer.from(row.receiptSignature).toString('base64'),
    keyId: row.receiptKeyId,
    publicKey: signingPublicKey(),
    ...(body !== null && fits ? { body } : {}),
  };
}

/** Checks a receipt against this installation's key, whatever key the receipt itself carries. */
export function checkReceipt(receipt: Receipt): ReceiptCheck {
  const signed = signatureHolds(Buffer.from(receipt.hash, 'hex'), Buffer.from(receipt.signature, 'base64'));
  return { signed, bodyFits: receipt.body === undefined ? null : bodyFits(receipt, receipt.body), receipt };
}

/** Whoever forged the text may have made it no JSON at all. */
function asJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function bodyFits(receipt: Receipt, body: string): boolean {
  const hash = contentHash(Buffer.from(receipt.nonce, 'base64'), body);
  if (Buffer.from(hash).toString('hex') !== receipt.hash) return false;
  const said = receiptBody.safeParse(asJson(body));
  const { question, bid, submission, submittedAt } = receipt;
  return (
    said.success &&
    said.data.question === question &&
    said.data.bid === bid &&
    said.data.submission === submission &&
    said.data.submittedAt === submittedAt
  );
}
