import type { Db } from '~/platform/db.server';
import { showLotLimits, type LotLimits } from '../../questions/lots/lot';
import { refuseField, type Refusal } from '../../refusal';

export interface OwnBidForLot {
  id: string;
  reference: string;
  lotId: string | null;
  lotOrder: number | null;
  /** Started, and not taken back. */
  stands: boolean;
}

/** The bids that somebody leads for one question, in their own order. */
export const ownBidsFor = (db: Db, questionId: string, leadId: string): Promise<OwnBidForLot[]> =>
  db.$queryRaw<OwnBidForLot[]>`
    SELECT b.id, b.reference, b.lot_id AS "lotId", b.lot_order AS "lotOrder",
      b.withdrawn_at IS NULL OR EXISTS (SELECT FROM bid_submission s WHERE s.bid_id = b.id
        AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL) AS stands
    FROM bid b WHERE b.question_id = ${questionId}::uuid AND b.lead_id = ${leadId}::uuid
    ORDER BY b.lot_order, b.id`;

export const noLot = refuseField('LotIsNotChosen', 'lot', 'Choose the lot you bid for');

export const tooManyLots = (most: number): Refusal =>
  refuseField(
    'LotsAreLimited',
    'lot',
    `You may bid for ${most} lot${most === 1 ? '' : 's'} of this question. Withdraw or discard another bid first`,
  );

/** The lots of a question with somebody's own bid for each, or their one bid where it is not divided. */
export async function ownLotsOf(db: Db, question: LotLimits & { id: string }, personId: string) {
  const bids = await ownBidsFor(db, question.id, personId);
  const lots = await db.lot.findMany({ where: { questionId: question.id }, orderBy: { number: 'asc' } });
  return {
    own: lots.length === 0 ? (bids[0]?.reference ?? null) : null,
    lots: lots.map((lot) => ({
      ...lot,
      own: bids.find(({ lotId }) => lotId === lot.id)?.reference ?? null,
    })),
    lotLimits: showLotLimits(question),
    /** Whether their lead's own order of the lots can decide. */
    ordered: question.lotRule === 'preference',
  };
}
