import type { Db } from '~/platform/db.server';
import {
  decryptBytesWith,
  encryptWith,
  joinShares,
  newKey,
  newSealPair,
  splitKey,
  unwrapKey,
  wrapKey,
} from '~/platform/vault.server';
import type { SealPart } from '~/platform/generated/prisma/client';
import type { OpenerCapacity } from '../bid';

type Share = { wrapped: string; keyId: string };
type Shares = Record<OpenerCapacity, Share>;

const PARTS: SealPart[] = ['quality', 'price'];
const aboutKey = (questionId: string, part: SealPart) => `seal:${questionId}:${part}`;
const aboutShare = (questionId: string, part: SealPart, capacity: OpenerCapacity) =>
  `${aboutKey(questionId, part)}:${capacity}`;

/**
 * The key pairs of a question, made with its first bid. Several first bids at once make one pair: the rest
 * wait for the winner's commit and then find it.
 */
export async function makeSealKeys(
  tx: Db,
  question: { id: string; twoOpeners: boolean },
  now: Date,
): Promise<void> {
  for (const part of PARTS) {
    const { publicKey, privateKey } = newSealPair();
    const held = question.twoOpeners
      ? heldByTwo(privateKey, question.id, part)
      : { ...wrapKey(privateKey, aboutKey(question.id, part)), shares: null };
    const shares = held.shares ? JSON.stringify(held.shares) : null;
    await tx.$executeRaw`
      INSERT INTO seal_key (question_id, part, public_key, wrapped_key, key_id, shares, created_at)
      VALUES (${question.id}::uuid, ${part}::"SealPart", ${publicKey}, ${held.wrapped}, ${held.keyId},
              ${shares}::jsonb, ${now}) ON CONFLICT DO NOTHING`;
  }
}

/** The private key under a key that exists only as two shares, one for each opener. */
function heldByTwo(privateKey: Uint8Array, questionId: string, part: SealPart) {
  const key = newKey();
  const [first, second] = splitKey(key);
  const share = (bytes: Uint8Array, capacity: OpenerCapacity): Share => {
    const { wrapped, keyId } = wrapKey(bytes, aboutShare(questionId, part, capacity));
    return { wrapped: Buffer.from(wrapped).toString('base64'), keyId };
  };
  const shares: Shares = {
    moderator: share(first, 'moderator'),
    budgetHolder: share(second, 'budgetHolder'),
  };
  return {
    wrapped: encryptWith(key, privateKey, aboutKey(questionId, part)),
    keyId: shares.moderator.keyId,
    shares,
  };
}

export async function publicKeysOf(db: Db, questionId: string): Promise<Record<SealPart, Uint8Array>> {
  const rows = await db.sealKey.findMany({ where: { questionId }, select: { part: true, publicKey: true } });
  const of = (part: SealPart) => {
    const row = rows.find((key) => key.part === part);
    if (!row) throw new Error(`the question has no key for ${part}`);
    return row.publicKey;
  };
  return { quality: of('quality'), price: of('price') };
}

/**
 * Opens the key of one part, joining the two openers' shares where it was split. The database refuses before
 * closing, without the confirmations the route wants, and for the price before quality is agreed.
 */
export async function openSealKey(tx: Db, questionId: string, part: SealPart, now: Date): Promise<void> {
  const row = await tx.sealKey.findUnique({ where: { questionId_part: { questionId, part } } });
  if (!row || row.openedAt) return;
  const about = aboutKey(questionId, part);
  const shares = row.shares as Shares | null;
  const privateKey = shares
    ? decryptBytesWith(joinedKey(await releasedShares(tx, questionId, part, shares)), row.wrappedKey, about)
    : unwrapKey(row.wrappedKey, row.keyId, about);
  const { wrapped, keyId } = wrapKey(privateKey, about);
  await tx.$executeRaw`
    UPDATE seal_key SET wrapped_key = ${wrapped}, key_id = ${keyId}, shares = NULL, opened_at = ${now}
    WHERE question_id = ${questionId}::uuid AND part = ${part}::"SealPart"`;
}

/** A share is released by the confirmation of the person who holds that capacity, and by nothing else. */
async function releasedShares(
  tx: Db,
  questionId: string,
  part: SealPart,
  shares: Shares,
): Promise<Uint8Array[]> {
  const confirmed = await tx.openingConfirmation.findMany({
    where: { questionId },
    select: { capacity: true },
  });
  return confirmed.map(({ capacity }) => {
    const share = shares[capacity as OpenerCapacity];
    return unwrapKey(
      Buffer.from(share.wrapped, 'base64'),
      share.keyId,
      aboutShare(questionId, part, capacity as OpenerCapacity),
    );
  });
}

function joinedKey([first, second]: Uint8Array[]): Uint8Array {
  if (!first || !second) throw new Error('both shares of the key are needed');
  return joinShares(first, second);
}

/** The private key of an opened part; null while it is sealed. */
export async function openedKey(db: Db, questionId: string, part: SealPart): Promise<Uint8Array | null> {
  const row = await db.sealKey.findUnique({ where: { questionId_part: { questionId, part } } });
  return row?.openedAt ? unwrapKey(row.wrappedKey, row.keyId, aboutKey(questionId, part)) : null;
}
