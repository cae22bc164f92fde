import type { Db } from '~/platform/db.server';

export interface AwardOnFile {
  reference: string;
  /** The reference of the bid. */
  bid: string;
  bidder: string;
  amount: number;
  decidedAt: string;
  decidedBy: string;
  noticeAt: string | null;
  standstillEndsOn: string | null;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
  contractReference: string | null;
  startsOn: string | null;
  endsOn: string | null;
  closedAt: string | null;
  milestones: {
    position: number;
    title: string;
    dueOn: string;
    amount: number;
    approval: boolean;
    paidAt: string | null;
  }[];
  deliverables: {
    reference: string;
    title: string;
    deliveredAt: string;
    deliveredBy: string;
    reviewNote: string | null;
    reviewedBy: string | null;
    acceptedAt: string | null;
    returnedReason: string | null;
  }[];
}

export interface ChallengeOnFile {
  /** The reference of the bid. */
  bid: string;
  grounds: string[];
  text: string;
  lodgedAt: string;
  outcome: string | null;
  reasons: string | null;
  decidedBy: string | null;
}

export interface DecisionRecord {
  challenges: ChallengeOnFile[];
  meetings: { heldOn: string; minutes: string; recordedBy: string }[];
  summaries: { reference: string; preparedAt: string; sentAt: string | null }[];
  awards: AwardOnFile[];
  findings: { reference: string; title: string; publishedAt: string }[];
}

/** What followed from the scores: meetings, summaries, awards with all that was delivered, and findings. */
export async function decisionRecord(db: Db, questionId: string): Promise<DecisionRecord> {
  const [row] = await db.$queryRaw<DecisionRecord[]>`
    SELECT
      COALESCE((SELECT jsonb_agg(jsonb_build_object('bid', b.reference, 'grounds', c.grounds, 'text', c.text,
          'lodgedAt', c.lodged_at, 'outcome', c.outcome, 'reasons', c.reasons, 'decidedBy', p.name) ORDER BY c.lodged_at)
        FROM challenge c JOIN bid b ON b.id = c.bid_id LEFT JOIN person p ON p.id = c.decided_by_id
        WHERE c.question_id = q.id), '[]') AS challenges,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('heldOn', m.held_on, 'minutes', m.minutes, 'recordedBy', p.name)
          ORDER BY m.recorded_at)
        FROM moderation_meeting m JOIN person p ON p.id = m.recorded_by_id WHERE m.question_id = q.id), '[]') AS meetings,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('reference', b.reference, 'preparedAt', s.prepared_at,
          'sentAt', s.sent_at) ORDER BY b.reference)
        FROM assessment_summary s JOIN bid b ON b.id = s.bid_id WHERE b.question_id = q.id), '[]') AS summaries,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('reference', a.reference, 'bid', b.reference, 'bidder', concat_ws(', ', o.name, lead.name),
          'amount', a.amount, 'decidedAt', a.decided_at, 'decidedBy', decider.name, 'noticeAt', a.notice_at,
          'standstillEndsOn', a.standstill_ends_on, 'withdrawnAt', a.withdrawn_at, 'withdrawnReason', a.withdrawn_reason,
          'contractReference', a.contract_reference, 'startsOn', a.starts_on, 'endsOn', a.ends_on, 'closedAt', a.closed_at,
          'milestones', COALESCE((SELECT jsonb_agg(jsonb_build_object('position', m.position, 'title', m.title,
              'dueOn', m.due_on, 'amount', m.amount, 'approval', m.approval, 'paidAt', m.paid_at) ORDER BY m.position)
            FROM milestone m WHERE m.award_id = a.id), '[]'),
          'deliverables', COALESCE((SELECT jsonb_agg(jsonb_build_object('reference', d.reference, 'title', d.title,
              'deliveredAt', d.delivered_at, 'deliveredBy', giver.name, 'reviewNote', d.review_note,
              'reviewedBy', reviewer.name, 'acceptedAt', d.accepted_at, 'returnedReason', d.returned_reason)
              ORDER BY d.delivered_at)
            FROM deliverable d JOIN milestone m ON m.id = d.milestone_id JOIN person giver ON giver.id = d.delivered_by_id
            LEFT JOIN person reviewer ON reviewer.id = d.reviewed_by_id WHERE m.award_id = a.id), '[]'))
          ORDER BY a.decided_at)
        FROM award a JOIN bid b ON b.id = a.bid_id JOIN person lead ON lead.id = b.lead_id
        JOIN person decider ON decider.id = a.decided_by_id
        LEFT JOIN organisation o ON o.id = b.organisation_id WHERE a.question_id = q.id), '[]') AS awards,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('reference', f.reference, 'title', v.title,
          'publishedAt', f.published_at) ORDER BY f.published_at)
        FROM finding f JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
        WHERE f.question_id = q.id AND f.published_at IS NOT NULL AND f.merged_into_id IS NULL), '[]') AS findings
    FROM question q WHERE q.id = ${questionId}::uuid`;
  return row ?? { challenges: [], meetings: [], summaries: [], awards: [], findings: [] };
}
