import { createHash, randomBytes } from 'node:crypto';
import { firstDraft } from '~/domain/bids/sealing/draft-vault.server';
import { makeSealKeys } from '~/domain/bids/sealing/seal-keys.server';
import type { BidContent } from '~/domain/bids/content/bid-content';
import { newReference } from '~/domain/new-reference.server';
import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { makeContent } from '../../support/factories/bids';

export interface ReadyDraft {
  bidId: string;
  reference: string;
  cookie: string;
  content: BidContent;
}

interface Asked {
  id: string;
  criteria: { id: string; name: string }[];
  route: { twoOpeners: boolean };
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const DAY_MS = 86_400_000;

/** Complete drafts for one question, each with a lead of its own who is signed in, and a text of its own. */
export async function makeDrafts(question: Asked, count: number): Promise<ReadyDraft[]> {
  const db = database();
  const now = new Date();
  await makeSealKeys(db, { id: question.id, twoOpeners: question.route.twoOpeners }, now);
  const made = Array.from({ length: count }, () => {
    const session = [...randomBytes(40)].map((byte) => ALPHABET.charAt(byte % 32)).join('');
    return {
      personId: newId(),
      bidId: newId(),
      reference: newReference(),
      session,
      mark: `mark${randomBytes(6).toString('hex')}`,
    };
  });
  await db.person.createMany({
    data: made.map(({ personId }) => ({
      id: personId,
      reference: newReference(),
      name: `Bidder ${personId.slice(-6)}`,
      verifiedAt: now,
      demonstration: true,
      invented: true,
      createdAt: now,
    })),
  });
  await db.expertProfile.createMany({ data: made.map(({ personId }) => ({ personId, confirmedAt: now })) });
  await db.session.createMany({
    data: made.map(({ personId, session }) => ({
      id: createHash('sha256').update(session).digest('base64url'),
      personId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + DAY_MS),
      secondFactorAt: now,
    })),
  });
  const drafts = made.map((one) => ({ ...one, content: makeContent(question, { mark: one.mark }) }));
  await db.bid.createMany({
    data: drafts.map(({ bidId, reference, personId, content }) => ({
      id: bidId,
      reference,
      questionId: question.id,
      leadId: personId,
      ...firstDraft(bidId, content),
      createdAt: now,
      updatedAt: now,
    })),
  });
  await db.bidMember.createMany({
    data: made.map(({ bidId, personId }) => ({
      bidId,
      personId,
      role: 'lead',
      invitedAt: now,
      acceptedAt: now,
    })),
  });
  return drafts.map(({ bidId, reference, session, content }) => ({
    bidId,
    reference,
    cookie: `soundings=${session}`,
    content,
  }));
}
