import { decryptWith, encryptWith, newKey, unwrapKey, wrapKey } from '~/platform/vault.server';
import { z } from 'zod';
import { bidContent, type BidContent } from '../content/bid-content';

const draft = z.strictObject({
  content: bidContent,
  /** The revision of the bid at which each section was last changed; a section that was never saved is absent. */
  changed: z.record(z.string(), z.number()),
});

export type Draft = z.infer<typeof draft>;

/** A draft as stored: whole and encrypted, under a key of its own that the installation key wraps. */
export interface StoredDraft {
  id: string;
  draft: Uint8Array;
  draftKey: Uint8Array;
  draftKeyId: string;
  revision: number;
}

const about = (bidId: string, revision: number) => `draft:${bidId}:${revision}`;
const keyOf = (bid: StoredDraft) => unwrapKey(bid.draftKey, bid.draftKeyId, `draft:${bid.id}`);

/** The columns of a new bid. */
export function firstDraft(bidId: string, content: BidContent) {
  const key = newKey();
  const { wrapped, keyId } = wrapKey(key, `draft:${bidId}`);
  const first: Draft = { content, changed: {} };
  return {
    draft: encryptWith(key, JSON.stringify(first), about(bidId, 1)),
    draftKey: wrapped,
    draftKeyId: keyId,
  };
}

export const readDraft = (bid: StoredDraft): Draft =>
  draft.parse(JSON.parse(decryptWith(keyOf(bid), bid.draft, about(bid.id, bid.revision))));

/** The draft as the next revision holds it. */
export const encryptDraft = (bid: StoredDraft, next: Draft, revision: number) =>
  encryptWith(keyOf(bid), JSON.stringify(next), about(bid.id, revision));

const aboutStale = (bidId: string, personId: string) => `stale:${bidId}:${personId}`;

/** What one person typed on top of an older revision, under the same key. */
export const encryptStale = (bid: StoredDraft, personId: string, typed: unknown) =>
  encryptWith(keyOf(bid), JSON.stringify(typed), aboutStale(bid.id, personId));

export const readStale = (bid: StoredDraft, personId: string, stored: Uint8Array): unknown =>
  JSON.parse(decryptWith(keyOf(bid), stored, aboutStale(bid.id, personId)));
