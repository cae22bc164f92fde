import type { Db } from '~/platform/db.server';
import type { BidQuality } from '../../bids/content/bid-content';
import { criterionSlug } from '../../bids/content/bid-sections';
import { openedQuality } from '../../bids/sealing/opened-content.server';
import type { AssessedBy, BidAssessment } from '../../evaluation/assessment/assessment';

export interface BidOnFile {
  id: string;
  reference: string;
  bidder: string;
  summary: string;
  answers: { name: string; text: string }[];
}

const WITHHELD = 'Marked confidential by the bidder, so not printed here.';

/** The text of opened bids, without the sections that their bidders marked confidential. */
export async function bidsOnFile(
  db: Db,
  bids: BidAssessment[],
  criteria: AssessedBy[],
): Promise<BidOnFile[]> {
  const found: BidOnFile[] = [];
  for (const { id, reference, bidder } of bids) {
    const quality = await openedQuality(db, id);
    if (quality) found.push({ id, reference, bidder, ...redacted(quality, criteria) });
  }
  return found;
}

export function redacted(
  quality: BidQuality,
  criteria: AssessedBy[],
): Pick<BidOnFile, 'summary' | 'answers'> {
  const confidential = new Set(quality.confidential.map(({ section }) => section));
  return {
    summary: confidential.has('summary') ? WITHHELD : quality.summary,
    answers: criteria.map((criterion) => ({
      name: criterion.name,
      text: confidential.has(criterionSlug(criterion)) ? WITHHELD : (quality.answers[criterion.id] ?? ''),
    })),
  };
}
