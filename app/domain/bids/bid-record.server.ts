import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { stateOf, type BidState } from './bid';
import type { Place } from './bid-policy';
import type { OutlineCriterion, OutlineRequirement } from './content/bid-sections';
import { toldAtSql } from '../questions/question-state.server';

export interface BidMember extends Place {
  reference: string;
  name: string;
}

export interface BidPartner {
  reference: string;
  name: string;
  part: string;
}

interface Row {
  id: string;
  reference: string;
  questionId: string;
  draft: Uint8Array;
  draftKey: Uint8Array;
  draftKeyId: string;
  revision: number;
  savedByName: string | null;
  updatedAt: Date;
  organisationId: string | null;
  organisationName: string | null;
  lot: { number: number; title: string } | null;
  lotOrder: number | null;
  /** How lots are decided that one bidder comes first in. */
  lotRule: string | null;
  withdrawnAt: Date | null;
  excludedAt: Date | null;
  excludedReason: string | null;
  questionReference: string;
  questionTitle: string;
  questionMarking: string;
  questionWithdrawnAt: Date | null;
  closesAt: Date | null;
  openedAt: Date | null;
  evaluationStartedAt: Date | null;
  wordLimit: number;
  budgetMaximum: number | null;
  twoOpeners: boolean;
  priceAfterQuality: boolean;
  signOffRequired: boolean;
  bidsAnonymous: boolean;
  teamName: string;
  submissions: number;
  liveId: string | null;
  liveNumber: number | null;
  submittedAt: Date | null;
  outcome: 'awarded' | 'notAwarded' | null;
  /** What the panel has said to this bidder so far. */
  fromPanel: ('price-question' | 'reply' | 'interview')[];
  criteria: OutlineCriterion[];
  requirements: OutlineRequirement[];
  partners: BidPartner[];
  members: (Omit<BidMember, 'acceptedAt' | 'declinedAt'> & {
    acceptedAt: string | null;
    declinedAt: string | null;
  })[];
}

/** A bid with what its pages and commands need of it and of its question, in one statement. */
export type BidRecord = Omit<Row, 'members'> & { members: BidMember[]; state: BidState };

export async function bidRecord(db: Db, reference: string): Promise<BidRecord | null> {
  const [row] = await db.$queryRaw<Row[]>(statement(reference));
  if (!row) return null;
  const date = (text: string | null) => (text === null ? null : new Date(text));
  const members = row.members.map((member) => ({
    ...member,
    acceptedAt: date(member.acceptedAt),
    declinedAt: date(member.declinedAt),
  }));
  return { ...row, members, state: stateOf({ ...row, submitted: row.liveId !== null }) };
}

/** The same, with the row held until the transaction ends: editors who save at once wait for one another. */
export async function lockedBid(tx: Db, reference: string): Promise<BidRecord | null> {
  await tx.$queryRaw`SELECT id FROM bid WHERE reference = ${reference} FOR UPDATE`;
  return bidRecord(tx, reference);
}

/** Losing or winning shows once the notice is out, or once it is told that nothing is awarded. */
const OUTCOME = Prisma.sql`CASE
  WHEN EXISTS (SELECT FROM award a WHERE a.bid_id = b.id AND a.notice_at IS NOT NULL AND a.withdrawn_at IS NULL)
    THEN 'awarded'
  WHEN s.id IS NOT NULL AND q.decided_at IS NOT NULL AND ${toldAtSql('q')} IS NOT NULL
    THEN 'notAwarded' END`;

const MEMBERS = Prisma.sql`COALESCE((SELECT jsonb_agg(jsonb_build_object(
    'personId', m.person_id, 'role', m.role, 'acceptedAt', m.accepted_at, 'declinedAt', m.declined_at,
    'reference', p.reference, 'name', p.name) ORDER BY m.role, m.invited_at, p.name)
  FROM bid_member m JOIN person p ON p.id = m.person_id WHERE m.bid_id = b.id), '[]')`;

const PARTNERS = Prisma.sql`COALESCE((SELECT jsonb_agg(jsonb_build_object(
    'reference', o.reference, 'name', o.name, 'part', bp.part) ORDER BY o.name)
  FROM bid_partner bp JOIN organisation o ON o.id = bp.organisation_id WHERE bp.bid_id = b.id), '[]')`;

const CRITERIA = Prisma.sql`COALESCE((SELECT jsonb_agg(jsonb_build_object(
    'id', c.id, 'position', c.position, 'name', c.name, 'guidance', c.guidance, 'weight', c.weight,
    'wordLimit', c.word_limit) ORDER BY c.position)
  FROM criterion c WHERE c.question_id = q.id AND c.stage = 'written'), '[]')`;

const REQUIREMENTS = Prisma.sql`COALESCE((SELECT jsonb_agg(jsonb_build_object(
    'id', n.id, 'position', n.position, 'text', n.text, 'evidence', n.evidence) ORDER BY n.position)
  FROM requirement n WHERE n.question_id = q.id AND n.kind = 'essential'), '[]')`;

const FROM_PANEL = Prisma.sql`array_remove(ARRAY[
    CASE WHEN EXISTS (SELECT FROM price_query x WHERE x.bid_id = b.id) THEN 'price-question' END,
    CASE WHEN s.id IS NOT NULL AND b.excluded_at IS NULL
      AND EXISTS (SELECT FROM reply_round x WHERE x.question_id = b.question_id) THEN 'reply' END,
    CASE WHEN EXISTS (SELECT FROM interview x WHERE x.bid_id = b.id) THEN 'interview' END], NULL)`;

const statement = (reference: string) => Prisma.sql`
  SELECT b.id, b.reference, b.question_id AS "questionId", b.draft, b.draft_key AS "draftKey",
    b.draft_key_id AS "draftKeyId", b.revision, saver.name AS "savedByName", b.updated_at AS "updatedAt",
    o.id AS "organisationId", o.name AS "organisationName", b.withdrawn_at AS "withdrawnAt", b.excluded_at AS "excludedAt",
    b.excluded_reason AS "excludedReason", q.reference AS "questionReference", q.title AS "questionTitle",
    q.marking::text AS "questionMarking", q.withdrawn_at AS "questionWithdrawnAt", q.closes_at AS "closesAt",
    q.opened_at AS "openedAt", q.evaluation_started_at AS "evaluationStartedAt", q.word_limit AS "wordLimit",
    coalesce(part.budget, q.budget_maximum) AS "budgetMaximum",
    CASE WHEN part.id IS NOT NULL THEN jsonb_build_object('number', part.number, 'title', part.title) END AS lot,
    b.lot_order AS "lotOrder", q.lot_rule::text AS "lotRule", r.two_openers AS "twoOpeners",
    r.price_after_quality AS "priceAfterQuality", q.sign_off_required AS "signOffRequired",
    q.bids_anonymous AS "bidsAnonymous", t.name AS "teamName",
    (SELECT count(*)::int FROM bid_submission every WHERE every.bid_id = b.id) AS submissions,
    s.id AS "liveId", s.number AS "liveNumber", s.submitted_at AS "submittedAt", ${OUTCOME} AS outcome,
    ${FROM_PANEL} AS "fromPanel",
    ${CRITERIA} AS criteria, ${REQUIREMENTS} AS requirements, ${MEMBERS} AS members, ${PARTNERS} AS partners
  FROM bid b
  JOIN question q ON q.id = b.question_id
  JOIN route r ON r.id = q.route_id
  JOIN team t ON t.id = q.team_id
  LEFT JOIN organisation o ON o.id = b.organisation_id
  LEFT JOIN lot part ON part.id = b.lot_id
  LEFT JOIN person saver ON saver.id = b.saved_by_id
  LEFT JOIN bid_submission s ON s.bid_id = b.id AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL
  WHERE b.reference = ${reference}`;
