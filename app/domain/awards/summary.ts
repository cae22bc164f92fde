import type { RankedRow } from '../evaluation/assessment/ranking-of.server';
import {
  resultsOf,
  countedScores,
  type Assessment,
  type BidAssessment,
} from '../evaluation/assessment/assessment';
import type { Lot } from '../questions/lots/lot';
import type { Competition } from '../evaluation/competition';
import type { Unranked } from '../evaluation/scoring/award/formulas';
import { inDecimals } from '../evaluation/scoring/fraction';

export interface SummaryCriterion {
  name: string;
  weight: number;
  minimum: number | null;
  score: string | null;
  /** The rationale of the consensus, else the reasons of the evaluators, without their names. */
  reasons: string[];
}

export interface InterviewPoints {
  points: number;
  reason: string;
}

/** What one bidder is told of their own bid. Amounts are pence, scores are out of 100 or of 5. */
export interface SummaryContent {
  outcome: 'awarded' | 'notAwarded' | 'noneSuitable' | 'cancelled' | 'excluded';
  reason: string;
  criteria: SummaryCriterion[];
  quality: string | null;
  price: string | null;
  total: string | null;
  amount: number | null;
  /** Points that the interview added to quality or took from it, with the panel’s reason. */
  interview?: InterviewPoints;
  rank: number | null;
  /** The lot that it was for; the numbers here are within it. */
  lot?: { number: number; title: string };
  /** It stood aside because its bidder won as many other lots as one may win. */
  aside?: true;
  /** Why it has no rank. */
  why?: Unranked;
  ranked: number;
}

interface Decided {
  outcome: 'awarded' | 'noneSuitable' | 'cancelled';
  bidIds: string[];
  rows: RankedRow[];
  lots?: Pick<Lot, 'id' | 'number' | 'title'>[];
  aside?: ReadonlySet<string>;
  /** By bid; none where interviews give no points. */
  interviews?: ReadonlyMap<string, InterviewPoints>;
}

/** One summary for every assessed bid, the excluded ones included. */
export function summariesOf(
  competition: Competition,
  assessment: Assessment,
  decided: Decided,
): { bidId: string; content: SummaryContent }[] {
  return assessment.bids.map((bid) => ({
    bidId: bid.id,
    content: summaryOf(competition, assessment, bid, decided),
  }));
}

function summaryOf(
  competition: Competition,
  assessment: Assessment,
  bid: BidAssessment,
  { outcome, bidIds, rows, lots = [], aside, interviews }: Decided,
): SummaryContent {
  const row = rows.find(({ reference }) => reference === bid.reference);
  const won = bidIds.includes(bid.id);
  const lot = lots.find(({ id }) => id === bid.lotId);
  const result = bid.excludedReason
    ? 'excluded'
    : outcome !== 'awarded'
      ? outcome
      : won
        ? 'awarded'
        : 'notAwarded';
  return {
    outcome: result,
    reason: bid.excludedReason ?? '',
    criteria: criteriaOf(competition, assessment, bid),
    quality: row?.quality ?? null,
    price: row?.price ?? null,
    total: row?.total ?? null,
    amount: row?.amount ?? null,
    ...interviewOf(interviews?.get(bid.id)),
    rank: row?.rank ?? null,
    ...(row?.why ? { why: row.why } : {}),
    ...(lot ? { lot: { number: lot.number, title: lot.title } } : {}),
    ...(aside?.has(bid.id) && !won ? { aside: true as const } : {}),
    ranked: rows.filter((one) => one.rank !== null && (!lot || one.lot === lot.number)).length,
  };
}

const interviewOf = (interview: InterviewPoints | undefined) => (interview ? { interview } : {});

function criteriaOf(
  competition: Competition,
  assessment: Assessment,
  bid: BidAssessment,
): SummaryCriterion[] {
  const counted = countedScores(competition, bid);
  return resultsOf(competition, assessment, bid).map(({ criterion, agreed, consensus }) => ({
    name: criterion.name,
    weight: criterion.weight,
    minimum: criterion.minimum,
    score: agreed && inDecimals(agreed, 2),
    reasons: consensus
      ? [consensus.rationale]
      : counted.filter((score) => score.criterionId === criterion.id).map(({ reason }) => reason),
  }));
}
