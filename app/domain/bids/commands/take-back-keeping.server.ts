import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayLead } from '../bid-policy';
import { lockedBid } from '../bid-record.server';
import { keepingOf } from '../keeping/keeping-rows.server';

/**
 * Before the award notice the consent ends and nothing moves. After it, what nobody has taken up goes at once, and
 * coordinators are asked to remove the rest.
 */
export const takeBackKeeping = command({
  name: 'bids.takeBackKeeping',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, input: { reference } }) => {
    const bid = await lockedBid(tx, reference);
    if (!bid) return null;
    await tx.$queryRaw`SELECT bid_id FROM bid_keeping WHERE bid_id = ${bid.id}::uuid FOR UPDATE`;
    return { bid, keeping: await keepingOf(tx, bid.id) };
  },
  authorise: (actor, { bid }) => mayLead(actor, bid),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ loaded: { bid, keeping } }) => {
    if (!keeping || keeping.withdrawnAt || keeping.removalAskedAt)
      return refuse('NothingIsKept', 'Nothing of this bid is kept.', { stale: true });
    const kept = keeping.keptAt !== null;
    const name = kept ? 'RemovalOfKeptPartsWasAskedFor' : 'KeepingWasTakenBack';
    return {
      change: { bid, kept, datasetIds: keeping.datasetIds },
      facts: [{ name, noun: 'bid', nounId: bid.id }],
    };
  },
  save: async ({ tx, now }, { bid, kept, datasetIds }) => {
    const where = { bidId: bid.id };
    if (!kept) await tx.bidKeeping.update({ where, data: { withdrawnAt: now } });
    else {
      await tx.bidKeeping.update({ where, data: { contact: false, removalAskedAt: now } });
      await tx.referenceLead.deleteMany({ where: { ...where, takenUpAt: null } });
      await tx.dataset.deleteMany({
        where: { id: { in: datasetIds }, confirmedAt: null, links: { none: {} }, terms: { none: {} } },
      });
    }
    return { reference: bid.reference, kept };
  },
});
