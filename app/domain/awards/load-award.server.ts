import type { Db } from '~/platform/db.server';
import {
  lockedQuestionById,
  questionForPolicy,
  type LoadedQuestion,
} from '../questions/question-stage.server';
import type { AwardForPolicy } from './award-policy';
import type { Milestone } from './delivery/milestone';

export interface AwardRecord extends AwardForPolicy {
  id: string;
  reference: string;
  bidId: string;
  bidReference: string;
  bidder: string;
  amount: number;
  decidedAt: Date;
  withdrawnReason: string | null;
  standstillEndsOn: Date | null;
  contractedAt: Date | null;
  contractReference: string | null;
  startsOn: Date | null;
  endsOn: Date | null;
  closedAt: Date | null;
  extended: boolean;
  challengeOpen: boolean;
  suspendedFrom: Date | null;
  suspendedUntil: Date | null;
  terminatedOn: Date | null;
  question: LoadedQuestion;
  milestones: Milestone[];
}

type Dated<Name extends string> = Record<Name, string | null>;
type StoredDeliverable = Omit<
  Milestone['deliverables'][number],
  'deliveredAt' | 'reviewedAt' | 'acceptedAt' | 'returnedAt'
> &
  Dated<'deliveredAt' | 'reviewedAt' | 'acceptedAt' | 'returnedAt'>;
type StoredMilestone = Omit<Milestone, 'dueOn' | 'paidAt' | 'cancelledAt' | 'deliverables'> &
  Dated<'dueOn' | 'paidAt' | 'cancelledAt'> & { deliverables: StoredDeliverable[] };
type Row = Omit<AwardRecord, 'question' | 'milestones'> & {
  questionReference: string;
  milestones: StoredMilestone[];
};

/** An award with its question, people, milestones and deliverables: for pages. */
export async function awardRecord(db: Db, reference: string): Promise<AwardRecord | null> {
  const row = await rowOf(db, reference);
  const question = row && (await questionForPolicy(db, row.questionReference));
  return question ? { ...row, question, milestones: row.milestones.map(milestone) } : null;
}

/** The same with the question's row held, which is the lock of everything that happens to its awards. */
export async function lockedAward(tx: Db, reference: string): Promise<AwardRecord | null> {
  const known = await tx.award.findUnique({ where: { reference }, select: { questionId: true } });
  const question = known && (await lockedQuestionById(tx, known.questionId));
  const row = question && (await rowOf(tx, reference));
  return row ? { ...row, question, milestones: row.milestones.map(milestone) } : null;
}

async function rowOf(db: Db, reference: string): Promise<Row | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT a.id, a.reference, a.bid_id AS "bidId", b.reference AS "bidReference",
      concat_ws(', ', o.name, lead.name) AS bidder, a.amount, a.decided_at AS "decidedAt",
      a.notice_at AS "noticeAt", a.standstill_ends_on AS "standstillEndsOn", a.withdrawn_at AS "withdrawnAt",
      a.withdrawn_reason AS "withdrawnReason", a.contracted_at AS "contractedAt",
      a.contract_reference AS "contractReference", a.starts_on AS "startsOn", a.ends_on AS "endsOn",
      a.closed_at AS "closedAt", soundings.standstill_is_extended(a.question_id) AS extended,
      EXISTS (SELECT FROM challenge c WHERE c.question_id = a.question_id AND c.decided_at IS NULL) AS "challengeOpen",
      a.suspended_from AS "suspendedFrom", a.suspended_until AS "suspendedUntil",
      a.terminated_on AS "terminatedOn", q.reference AS "questionReference",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('personId', w.person_id, 'role', w.role))
        FROM award_winner w WHERE w.award_id = a.id), '[]') AS winners,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('id', s.id, 'position', s.position, 'title', s.title,
          'dueOn', s.due_on, 'amount', s.amount, 'approval', s.approval, 'paidAt', s.paid_at,
          'cancelledAt', s.cancelled_at, 'kind', jsonb_build_object('code', k.code, 'name', k.name,
            'delivers', k.delivers, 'publishes', k.publishes, 'protocol', k.protocol),
          'deliverables', COALESCE((SELECT jsonb_agg(jsonb_build_object('id', d.id, 'reference', d.reference,
              'title', d.title, 'deliveredAt', d.delivered_at, 'reviewedAt', d.reviewed_at,
              'reviewedById', d.reviewed_by_id, 'acceptedAt', d.accepted_at, 'returnedAt', d.returned_at)
              ORDER BY d.delivered_at) FROM deliverable d WHERE d.milestone_id = s.id), '[]')) ORDER BY s.position)
        FROM milestone s JOIN milestone_kind k ON k.code = s.kind_code WHERE s.award_id = a.id), '[]') AS milestones
    FROM award a
    JOIN question q ON q.id = a.question_id
    JOIN bid b ON b.id = a.bid_id
    JOIN person lead ON lead.id = b.lead_id
    LEFT JOIN organisation o ON o.id = b.organisation_id
    WHERE a.reference = ${reference}`;
  return row ?? null;
}

const orNull = (text: string | null): Date | null => (text === null ? null : new Date(text));

const milestone = (row: StoredMilestone): Milestone => ({
  ...row,
  dueOn: new Date(row.dueOn ?? 0),
  paidAt: orNull(row.paidAt),
  cancelledAt: orNull(row.cancelledAt),
  deliverables: row.deliverables.map((one) => ({
    ...one,
    deliveredAt: new Date(one.deliveredAt ?? 0),
    reviewedAt: orNull(one.reviewedAt),
    acceptedAt: orNull(one.acceptedAt),
    returnedAt: orNull(one.returnedAt),
  })),
});
