import type { Db } from '~/platform/db.server';
import { barsOf, type Bar } from '../interests/bars.server';
import { standingOf } from '../interests/declarations';
import { evaluatorsOf, type Assigning, type Competition } from '../competition';
import { openedSummaries, type OpenedSummary } from '../../bids/sealing/opened-summaries.server';
import { pairKey, type AssigningState } from './proposal';
import type { Stated } from './similarity';

interface Row {
  matchedAt: Date | null;
  people: { id: string; mostBids: number | null; available: boolean }[];
  preferences: ({ bidId: string; personId: string } & Stated)[];
  /** Conflicts that an assessor spoke of themselves, whatever they say of the bid now. */
  flagged: { bidId: string; personId: string }[];
  matched: { bidId: string; personId: string; score: number }[];
  edits: { bidId: string; personId: string; rule: 'pin' | 'bar' }[];
  apart: { oneId: string; otherId: string }[];
  assessments: { bidId: string; personId: string; refused: boolean; begun: boolean }[];
}

export interface LoadedAssigning {
  state: AssigningState;
  bids: OpenedSummary[];
  /** When works were last compared with bids. */
  matchedAt: Date | null;
  /** Evaluators who cannot be given anything: not declared, walled, or away until scores are due. */
  unable: { id: string; why: string }[];
}

/** All that an assignment is computed from, in so many queries whatever the size. Only for who may see every bid. */
export async function loadAssigning(
  db: Db,
  competition: Competition,
  assigning: Assigning,
): Promise<LoadedAssigning> {
  const { id: questionId } = competition.question;
  const bids = await openedSummaries(db, questionId);
  const row = await rowOf(db, questionId, assigning.scoresDueOn);
  const bars = await barsOf(db, questionId);
  const unable = unableOnes(competition, row);
  const caps = new Map(row.people.map(({ id, mostBids }) => [id, mostBids ?? assigning.mostBids]));
  const out = new Set(unable.map(({ id }) => id));
  const people = evaluatorsOf(competition).map(({ person }) => person.id);
  const barred = barredPairs(row, bars, bids);
  for (const { bidId, personId } of competition.outsideLots ?? []) barred.add(pairKey(bidId, personId));
  const inForce = row.assessments.filter(({ refused }) => !refused);
  return {
    bids,
    matchedAt: row.matchedAt,
    unable,
    state: {
      perBid: assigning.perBid,
      bidIds: bids.map(({ id }) => id),
      assessors: people.map((id) => ({
        id,
        mostBids: out.has(id) ? 0 : (caps.get(id) ?? assigning.mostBids),
      })),
      stated: new Map(
        row.preferences.map(({ bidId, personId, wish, expertise }) => [
          pairKey(bidId, personId),
          { wish, expertise },
        ]),
      ),
      matched: new Map(row.matched.map(({ bidId, personId, score }) => [pairKey(bidId, personId), score])),
      barred,
      pinned: keys(row.edits.filter(({ rule }) => rule === 'pin')),
      placed: keys(inForce),
      begun: keys(inForce.filter(({ begun }) => begun)),
      apart: row.apart.map(({ oneId, otherId }) => [oneId, otherId] as const),
    },
  };
}

const keys = (rows: { bidId: string; personId: string }[]): Set<string> =>
  new Set(rows.map(({ bidId, personId }) => pairKey(bidId, personId)));

function barredPairs(row: Row, bars: readonly Bar[], bids: readonly OpenedSummary[]): Set<string> {
  const barred = new Set<string>();
  for (const { bidId, personId, refused } of row.assessments)
    if (refused) barred.add(pairKey(bidId, personId));
  for (const { bidId, personId, rule } of row.edits) if (rule === 'bar') barred.add(pairKey(bidId, personId));
  const flagged = keys(row.flagged);
  // A suspicion warns; what the assessor declared or flagged keeps a pair apart until it is dismissed.
  for (const { personId, bidId, state } of bars)
    for (const { id } of bids) {
      const key = pairKey(id, personId);
      if ((bidId === null || bidId === id) && (state !== 'suspected' || flagged.has(key))) barred.add(key);
    }
  return barred;
}

function unableOnes(competition: Competition, { people }: Row) {
  const away = new Set(people.filter(({ available }) => !available).map(({ id }) => id));
  return evaluatorsOf(competition).flatMap(({ person: { id } }) => {
    const standing = standingOf(competition, id, 'opening');
    const why =
      standing === 'missing'
        ? 'has not declared yet'
        : standing === 'undecided'
          ? 'has an interest to be decided'
          : standing === 'conflicted'
            ? 'has a conflict'
            : away.has(id)
              ? 'is not available until scores are due'
              : null;
    return why === null ? [] : [{ id, why }];
  });
}

async function rowOf(db: Db, questionId: string, due: Date | null): Promise<Row> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT
      COALESCE((SELECT jsonb_agg(jsonb_build_object('id', m.person_id, 'mostBids', m.most_bids,
          'available', coalesce(m.available_until >= d.due, true)
            AND NOT coalesce(m.away_from <= soundings.now()::date AND m.away_until >= d.due, false)))
        FROM panel_membership m WHERE m.question_id = q.id AND m.ended_at IS NULL), '[]') AS people,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('bidId', p.bid_id, 'personId', p.person_id, 'wish', p.wish,
          'expertise', p.expertise) ORDER BY p.bid_id, p.person_id)
        FROM bid_preference p JOIN bid b ON b.id = p.bid_id WHERE b.question_id = q.id), '[]') AS preferences,
      COALESCE((SELECT jsonb_agg(DISTINCT jsonb_build_object('bidId', x.bid_id, 'personId', x.person_id))
        FROM conflict x JOIN conflict_evidence e ON e.conflict_id = x.id AND e.key = 'flagged'
        WHERE x.question_id = q.id AND x.bid_id IS NOT NULL), '[]') AS flagged,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('bidId', x.bid_id, 'personId', x.person_id, 'score', x.score))
        FROM matched_expertise x JOIN bid b ON b.id = x.bid_id WHERE b.question_id = q.id), '[]') AS matched,
      (SELECT max(x.matched_at) FROM matched_expertise x JOIN bid b ON b.id = x.bid_id
        WHERE b.question_id = q.id) AS "matchedAt",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('bidId', e.bid_id, 'personId', e.person_id, 'rule', e.rule))
        FROM assignment_edit e JOIN bid b ON b.id = e.bid_id WHERE b.question_id = q.id), '[]') AS edits,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('oneId', x.one_id, 'otherId', x.other_id) ORDER BY x.one_id, x.other_id)
        FROM assessors_apart x WHERE x.question_id = q.id), '[]') AS apart,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('bidId', a.bid_id, 'personId', a.person_id,
          'refused', a.refused_at IS NOT NULL, 'begun', EXISTS (SELECT FROM score s
            WHERE s.bid_id = a.bid_id AND s.person_id = a.person_id)))
        FROM assessment a JOIN bid b ON b.id = a.bid_id
        WHERE b.question_id = q.id AND a.moved_at IS NULL), '[]') AS assessments
    FROM question q CROSS JOIN (SELECT coalesce(${due}::date, soundings.now()::date) AS due) d
    WHERE q.id = ${questionId}::uuid`;
  return (
    row ?? {
      people: [],
      preferences: [],
      flagged: [],
      matched: [],
      matchedAt: null,
      edits: [],
      apart: [],
      assessments: [],
    }
  );
}
