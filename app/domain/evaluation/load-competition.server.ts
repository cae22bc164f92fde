import type { Db } from '~/platform/db.server';
import {
  lockedQuestion,
  lockedQuestionById,
  questionForPolicy,
  questionForPolicyById,
  questionForShareById,
} from '../questions/question-stage.server';
import type { LoadedQuestion } from '../questions/question-stage.server';
import type { Lot } from '../questions/lots/lot';
import type { Assigning, Capacity, Competition, Declared, KnownPerson, PanelMember } from './competition';

/** Under the question's row lock: for every command that changes the evaluation. */
export const lockedCompetition = async (tx: Db, reference: string): Promise<Competition | null> =>
  complete(tx, await lockedQuestion(tx, reference));

export const lockedCompetitionById = async (tx: Db, questionId: string): Promise<Competition | null> =>
  complete(tx, await lockedQuestionById(tx, questionId));

/** Beside others, but not while the evaluation moves on: for scores. */
export const sharedCompetitionById = async (tx: Db, questionId: string): Promise<Competition | null> =>
  complete(tx, await questionForShareById(tx, questionId));

/** Without a lock: for pages. */
export const competitionFor = async (db: Db, reference: string): Promise<Competition | null> =>
  complete(db, await questionForPolicy(db, reference));

export const competitionById = async (db: Db, questionId: string): Promise<Competition | null> =>
  complete(db, await questionForPolicyById(db, questionId));

interface Row {
  panel: (Omit<PanelMember, 'appointedAt' | 'endedAt'> & { appointedAt: string; endedAt: string | null })[];
  declarations: (Omit<Declared, 'declaredAt' | 'decidedAt'> & {
    declaredAt: string;
    decidedAt: string | null;
  })[];
  named: KnownPerson[];
  bidWalls: Competition['bidWalls'];
  walled: string[];
  lots: Lot[];
  outsideLots: { personId: string; bidId: string }[];
  recommendationId: string | null;
  hidesBidders: boolean;
  hasEssentials: boolean;
  extended: boolean;
  hold: { reason: string; reviewOn: string; placedAt: string } | null;
  assigning:
    | (Omit<Assigning, 'scoresDueOn' | 'confirmedAt'> & Record<'scoresDueOn' | 'confirmedAt', string | null>)
    | null;
}

async function complete(db: Db, question: LoadedQuestion | null): Promise<Competition | null> {
  if (!question) return null;
  const ids = [question.authorId, question.seniorResponsibleOwnerId, question.budgetHolderId];
  const row = await rowOf(db, question.id, ids);
  if (!row) return null;
  const capacities: Capacity[] = ['author', 'seniorResponsibleOwner', 'budgetHolder'];
  const named = capacities.flatMap((capacity, i) => {
    const person = row.named.find(({ id }) => id === ids[i]);
    return person ? [{ person, capacity }] : [];
  });
  const panel = row.panel.map((member) => ({
    ...member,
    appointedAt: new Date(member.appointedAt),
    endedAt: orNull(member.endedAt),
  }));
  const declarations = row.declarations.map((declared) => ({
    ...declared,
    declaredAt: new Date(declared.declaredAt),
    decidedAt: orNull(declared.decidedAt),
  }));
  return {
    question,
    panel,
    declarations,
    named,
    bidWalls: row.bidWalls,
    walled: row.walled,
    assigning: row.assigning && {
      ...row.assigning,
      scoresDueOn: orNull(row.assigning.scoresDueOn),
      confirmedAt: orNull(row.assigning.confirmedAt),
    },
    lots: row.lots,
    outsideLots: row.outsideLots,
    recommendationId: row.recommendationId,
    hidesBidders: row.hidesBidders,
    hasEssentials: row.hasEssentials,
    extended: row.extended,
    hold: row.hold && {
      reason: row.hold.reason,
      reviewOn: new Date(row.hold.reviewOn),
      placedAt: new Date(row.hold.placedAt),
    },
  };
}

const orNull = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));

async function rowOf(db: Db, questionId: string, ids: (string | null)[]): Promise<Row | undefined> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT soundings.hides_bidders(q.id) AS "hidesBidders",
      EXISTS (SELECT FROM requirement r WHERE r.question_id = q.id AND r.kind = 'essential') AS "hasEssentials",
      (SELECT r.id FROM recommendation r WHERE r.question_id = q.id
         AND r.approved_at IS NULL AND r.returned_at IS NULL) AS "recommendationId",
      (SELECT jsonb_build_object('reason', h.reason, 'reviewOn', h.review_on, 'placedAt', h.placed_at)
        FROM competition_hold h WHERE h.question_id = q.id AND h.lifted_at IS NULL) AS hold,
      soundings.standstill_is_extended(q.id) AS extended,
      (SELECT jsonb_build_object('perBid', l.per_bid, 'mostBids', l.most_bids, 'anonymous', l.anonymous,
          'scoresDueOn', l.scores_due_on, 'confirmedAt', l.confirmed_at, 'places', COALESCE((
            SELECT jsonb_agg(jsonb_build_object('personId', a.person_id, 'bidId', a.bid_id))
            FROM assessment a JOIN bid b ON b.id = a.bid_id
            WHERE b.question_id = q.id AND a.moved_at IS NULL AND a.refused_at IS NULL), '[]'))
        FROM assignment_plan l WHERE l.question_id = q.id) AS assigning,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('personId', w.person_id, 'bidId', w.bid_id))
         FROM wall w WHERE w.question_id = q.id AND w.bid_id IS NOT NULL AND w.lifted_at IS NULL), '[]') AS "bidWalls",
      ARRAY(SELECT w.person_id::text FROM wall w
         WHERE w.question_id = q.id AND w.bid_id IS NULL AND w.lifted_at IS NULL) AS walled,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('id', l.id, 'number', l.number, 'title', l.title, 'covers', l.covers,
           'budget', l.budget, 'awardsAvailable', l.awards_available) ORDER BY l.number)
         FROM lot l WHERE l.question_id = q.id), '[]') AS lots,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('personId', limited.person_id, 'bidId', b.id))
         FROM (SELECT k.person_id, array_agg(k.lot_id) AS lots FROM panel_lot k JOIN lot l ON l.id = k.lot_id
           WHERE l.question_id = q.id GROUP BY k.person_id) limited
         JOIN bid b ON b.question_id = q.id AND b.lot_id <> ALL(limited.lots)), '[]') AS "outsideLots",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'reference', p.reference, 'name', p.name))
         FROM person p WHERE p.id = ANY(${ids.filter((id) => id !== null)}::uuid[])), '[]') AS named,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('role', m.role, 'appointedAt', m.appointed_at, 'endedAt', m.ended_at,
           'person', jsonb_build_object('id', p.id, 'reference', p.reference, 'name', p.name)) ORDER BY m.role DESC, p.name)
         FROM panel_membership m JOIN person p ON p.id = m.person_id WHERE m.question_id = q.id), '[]') AS panel,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('id', d.id, 'stage', d.stage, 'capacity', d.capacity,
           'hasInterest', d.has_interest, 'details', d.details, 'aboutIds', d.about_ids, 'kinds', d.kinds, 'declaredAt', d.declared_at,
           'decidedAt', d.decided_at, 'confirmed', d.confirmed, 'decisionReason', d.decision_reason,
           'person', jsonb_build_object('id', p.id, 'reference', p.reference, 'name', p.name)) ORDER BY d.declared_at)
         FROM declaration d JOIN person p ON p.id = d.person_id WHERE d.question_id = q.id), '[]') AS declarations
    FROM question q WHERE q.id = ${questionId}::uuid`;
  return row;
}
