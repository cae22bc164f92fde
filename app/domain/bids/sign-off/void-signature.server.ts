import type { Saving } from '../../command.server';
import type { BidContent } from '../content/bid-content';
import { signatureFits } from './content-signature.server';
import { openSignOff } from './open-sign-off.server';

/**
 * After the text of a bid changed: a signature that was given to another text is void, and whoever gave it is asked
 * again. What was submitted with it before stays as it was.
 */
export async function voidSignature(
  { tx, actor, now, newId, record }: Saving,
  bidId: string,
  content: BidContent,
): Promise<void> {
  const standing = await openSignOff(tx, bidId);
  if (!standing?.signedAt || signatureFits(standing, bidId, content)) return;
  await tx.bidSignOff.update({ where: { id: standing.id }, data: { voidedAt: now, endedAt: now } });
  const { approverId } = standing;
  const askedById = actor.kind === 'person' ? actor.id : '';
  await tx.bidSignOff.create({
    data: { id: newId(), bidId, approverId, askedById, askedAt: now, again: true },
  });
  record({ name: 'BidSignatureWasVoided', noun: 'bid', nounId: bidId, data: { personId: approverId } });
}
