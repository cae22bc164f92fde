import { z } from 'zod';

/**
 * What a bidder holds to prove what was submitted, and when. `body` is the canonical JSON (RFC 8785) of
 * question, bid, submission number, time and content. `hash` is SHA-256(nonce ‖ body) in hex; `signature` is
 * Ed25519 over the 32 bytes of that hash, in base64, by the key whose public half is `publicKey` (PEM). The
 * nonce (32 bytes, base64) keeps a short body from being guessed from its hash, so a receipt without its body
 * can be shown to others. With Node alone:
 *
 *     const { createHash, verify } = require('node:crypto');
 *     const r = JSON.parse(require('node:fs').readFileSync('receipt.json', 'utf8'));
 *     const hash = createHash('sha256').update(Buffer.from(r.nonce, 'base64')).update(r.body).digest();
 *     hash.toString('hex') === r.hash && verify(null, hash, r.publicKey, Buffer.from(r.signature, 'base64'));
 */
export const receipt = z.strictObject({
  kind: z.literal('soundings-bid-receipt'),
  question: z.string(),
  bid: z.string(),
  submission: z.number().int(),
  submittedAt: z.iso.datetime(),
  nonce: z.base64(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.base64(),
  keyId: z.string(),
  publicKey: z.string(),
  body: z.string().optional(),
});

export type Receipt = z.infer<typeof receipt>;

/** What the body says about itself, to be compared with the lines of the receipt around it. */
export const receiptBody = z.object({
  question: z.string(),
  bid: z.string(),
  submission: z.number(),
  submittedAt: z.string(),
});

export interface ReceiptCheck {
  /** Signed by this installation, and the hash is the one signed. */
  signed: boolean;
  /** The body gives this hash and says the same as the lines around it; null when the receipt has none. */
  bodyFits: boolean | null;
  receipt: Receipt;
}
