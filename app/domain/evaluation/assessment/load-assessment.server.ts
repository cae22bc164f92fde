import type { Db } from '~/platform/db.server';
import type { AssessedBy, Assessment, BidAssessment } from './assessment';

/** Every submitted bid of an opened question with its scores. Policies decide what of it anybody sees. */
export async function loadAssessment(db: Db, questionId: string): Promise<Assessment> {
  const [row] = await db.$queryRaw<{ criteria: AssessedBy[]; bids: BidAssessment[] }[]>`
    SELECT
      COALESCE((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'position', c.position, 'name', c.name,
          'guidance', c.guidance, 'weight', c.weight, 'minimum', c.minimum, 'stage', c.stage,
          'bands', c.bands, 'reasonWords', c.reason_words) ORDER BY c.position)
        FROM criterion c WHERE c.question_id = q.id), '[]') AS criteria,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('id', b.id, 'reference', b.reference,
          'bidder', soundings.bidder_shown(b.id), 'lotId', b.lot_id, 'excludedReason', b.excluded_reason,
          'scores', COALESCE((SELECT jsonb_agg(jsonb_build_object('criterionId', s.criterion_id,
              'personId', s.person_id, 'personName', p.name, 'value', s.value, 'reason', s.reason,
              'submitted', s.submitted_at IS NOT NULL) ORDER BY p.name, p.id)
            FROM score s JOIN person p ON p.id = s.person_id WHERE s.bid_id = b.id), '[]'),
          'consensus', COALESCE((SELECT jsonb_agg(jsonb_build_object('criterionId', k.criterion_id,
              'value', k.value, 'rationale', k.rationale))
            FROM consensus_score k WHERE k.bid_id = b.id), '[]')) ORDER BY b.reference)
        FROM bid b
        WHERE b.question_id = q.id AND EXISTS (SELECT FROM bid_submission s WHERE s.bid_id = b.id
          AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL)), '[]') AS bids
    FROM question q WHERE q.id = ${questionId}::uuid AND q.opened_at IS NOT NULL`;
  return row ?? { criteria: [], bids: [] };
}
