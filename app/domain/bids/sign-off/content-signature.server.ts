import { contentHash, newNonce } from '~/platform/vault.server';
import { canonicalJson } from '../../fact-hash.server';
import type { BidContent } from '../content/bid-content';

const hashOf = (nonce: Uint8Array, bidId: string, content: BidContent) =>
  contentHash(nonce, canonicalJson({ bid: bidId, content }));

/** Binds a signature to the whole text and price; the nonce keeps either from being guessed from the hash. */
export function signatureOf(bidId: string, content: BidContent) {
  const nonce = newNonce();
  return { nonce, contentHash: hashOf(nonce, bidId, content) };
}

interface Signed {
  nonce: Uint8Array | null;
  contentHash: Uint8Array | null;
}

export const signatureFits = (signed: Signed, bidId: string, content: BidContent): boolean =>
  signed.nonce !== null &&
  signed.contentHash !== null &&
  Buffer.from(hashOf(signed.nonce, bidId, content)).equals(Buffer.from(signed.contentHash));
