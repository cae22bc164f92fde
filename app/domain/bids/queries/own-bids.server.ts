import { z } from 'zod';
import { isPerson } from '../../actor';
import { query } from '../../query.server';
import { stateOf, type BidState } from '../bid';
import { bidsToSign } from '../sign-off/bids-to-sign.server';
import { toldAtSql } from '../../questions/question-state.server';

const PAGE = 25;

interface Row {
  reference: string;
  questionReference: string;
  title: string;
  lot: string | null;
  teamName: string;
  role: 'lead' | 'editor' | 'partner';
  accepted: boolean;
  submitted: boolean;
  withdrawnAt: Date | null;
  excludedAt: Date | null;
  openedAt: Date | null;
  evaluationStartedAt: Date | null;
  outcome: 'awarded' | 'notAwarded' | null;
  closesAt: Date | null;
  questionWithdrawnAt: Date | null;
  cursor: string;
}

export interface OwnBid {
  reference: string;
  question: string;
  title: string;
  /** The lot that it is for, by number and title. */
  lot: string | null;
  team: string;
  role: Row['role'];
  /** False while an invitation waits for an answer. */
  accepted: boolean;
  state: BidState;
  closesAt: Date | null;
  open: boolean;
}

/** The bids a person makes or is asked to join, the latest first. */
export const ownBids = query({
  name: 'bids.own',
  input: z.strictObject({ after: z.uuid().optional() }),
  visibleTo: (actor) => (isPerson(actor) ? actor.id : null),
  read: async ({ db, scope, input: { after }, now }) => {
    if (!scope) return null;
    const rows = await db.$queryRaw<Row[]>`
      SELECT b.reference, q.reference AS "questionReference", q.title,
        'Lot ' || l.number || ': ' || l.title AS lot, t.name AS "teamName", m.role::text,
        m.accepted_at IS NOT NULL AS accepted, s.id IS NOT NULL AS submitted, b.withdrawn_at AS "withdrawnAt",
        b.excluded_at AS "excludedAt", q.opened_at AS "openedAt",
        q.evaluation_started_at AS "evaluationStartedAt", q.closes_at AS "closesAt",
        q.withdrawn_at AS "questionWithdrawnAt", b.id AS cursor,
        CASE WHEN EXISTS (SELECT FROM award a WHERE a.bid_id = b.id AND a.notice_at IS NOT NULL
                            AND a.withdrawn_at IS NULL) THEN 'awarded'
             WHEN q.decided_at IS NOT NULL AND ${toldAtSql('q')} IS NOT NULL THEN 'notAwarded' END AS outcome
      FROM bid_member m
      JOIN bid b ON b.id = m.bid_id
      JOIN question q ON q.id = b.question_id
      JOIN team t ON t.id = q.team_id
      LEFT JOIN lot l ON l.id = b.lot_id
      LEFT JOIN bid_submission s ON s.bid_id = b.id AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL
      WHERE m.person_id = ${scope}::uuid AND m.declined_at IS NULL
        AND (${after ?? null}::uuid IS NULL OR b.id < ${after ?? null}::uuid)
      ORDER BY b.id DESC LIMIT ${PAGE + 1}`;
    const shown = rows.slice(0, PAGE);
    return {
      bids: shown.map((row): OwnBid => shape(row, now)),
      toSign: after ? [] : await bidsToSign(db, scope, now),
      next: rows.length > PAGE ? (shown.at(-1)?.cursor ?? null) : null,
    };
  },
});

const shape = (row: Row, now: Date): OwnBid => ({
  reference: row.reference,
  question: row.questionReference,
  title: row.title,
  lot: row.lot,
  team: row.teamName,
  role: row.role,
  accepted: row.accepted,
  state: stateOf(row),
  closesAt: row.closesAt,
  open: row.closesAt !== null && now < row.closesAt && !row.questionWithdrawnAt,
});
