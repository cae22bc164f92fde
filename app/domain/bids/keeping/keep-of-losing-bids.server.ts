import type { Saving } from '../../command.server';
import { addDays, ukDay } from '../../uk-time';
import { openedQuality } from '../sealing/opened-content.server';
import { datasetsIn, leadsIn } from './keeping';

const REVIEW_DAYS = 365;

interface Losing {
  bidId: string;
  leadId: string;
  organisationId: string | null;
  references: boolean;
  datasets: boolean;
  datasetLines: string;
}

/**
 * With the award notice: what the bids without an award consented to have kept goes over, once. A bid without
 * consent, withdrawn or excluded, leaves nothing; of the others the text stays where it is.
 */
export async function keepOfLosingBids(saving: Saving, questionId: string): Promise<void> {
  const { tx, now, record } = saving;
  const losing = await tx.$queryRaw<Losing[]>`
    SELECT k.bid_id AS "bidId", b.lead_id AS "leadId", b.organisation_id AS "organisationId",
      k.references, k.datasets, k.dataset_lines AS "datasetLines"
    FROM bid_keeping k JOIN bid b ON b.id = k.bid_id
    JOIN bid_submission s ON s.bid_id = b.id AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL
    WHERE b.question_id = ${questionId}::uuid AND b.excluded_at IS NULL AND k.withdrawn_at IS NULL
      AND k.kept_at IS NULL
      AND NOT EXISTS (SELECT FROM award a WHERE a.bid_id = b.id AND a.withdrawn_at IS NULL)
    ORDER BY b.id FOR UPDATE OF k`;
  for (const bid of losing) {
    await tx.bidKeeping.update({ where: { bidId: bid.bidId }, data: { keptAt: now } });
    if (bid.references) await keepReferences(saving, bid);
    if (bid.datasets) {
      const datasetIds = await proposeDatasets(saving, bid);
      await tx.bidKeeping.update({ where: { bidId: bid.bidId }, data: { datasetIds } });
    }
    record({ name: 'PartsOfBidWereKept', noun: 'bid', nounId: bid.bidId });
  }
}

async function keepReferences({ tx, now, newId, newReference }: Saving, { bidId }: Losing): Promise<void> {
  const quality = await openedQuality(tx, bidId);
  const leads = leadsIn(quality?.references ?? '');
  await tx.referenceLead.createMany({
    data: leads.map((lead) => ({ ...lead, id: newId(), reference: newReference(), bidId, keptAt: now })),
  });
}

/** Entries of the lead that wait for a coordinator, like any other; without an organisation there is no holder. */
async function proposeDatasets(
  { tx, now, newId, newReference, record }: Saving,
  bid: Losing,
): Promise<string[]> {
  const { organisationId, leadId } = bid;
  const ids: string[] = [];
  if (!organisationId) return ids;
  for (const { name, holds } of datasetsIn(bid.datasetLines)) {
    const id = newId();
    await tx.dataset.create({
      data: {
        ...{ id, reference: newReference(), name, organisationId },
        holds: holds || 'Not stated',
        accessRoute: 'Ask whoever entered it',
        reviewBy: addDays(ukDay(now), REVIEW_DAYS),
        ...{ ownerId: leadId, createdById: leadId, createdAt: now, changedAt: now },
      },
    });
    record({ name: 'DatasetWasEntered', noun: 'dataset', nounId: id });
    ids.push(id);
  }
  return ids;
}
