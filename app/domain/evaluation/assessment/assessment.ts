import type { Lot } from '../../questions/lots/lot';
import { isTieBreak } from '../../questions/method/award-method';
import type { Competition } from '../competition';
import { agreedScore, type AssessedCriterion } from '../scoring/agreed-score';
import { scorersOf } from './whose-bids';
import type { Fraction } from '../scoring/fraction';
import type { AssessedBid, RankingRules } from '../scoring/award/formulas';
import { isDisagreement } from '../scoring/score-scale';

export interface AssessedBy {
  id: string;
  position: number;
  name: string;
  guidance: string;
  weight: number;
  minimum: number | null;
  stage: 'written' | 'interview';
  /** What each score from 0 to 5 means here; empty for the standard words. */
  bands: string[];
  /** The most words of a reason; no limit of its own where null. */
  reasonWords: number | null;
}

export interface GivenScore {
  criterionId: string;
  personId: string;
  personName: string;
  value: number | null;
  reason: string;
  submitted: boolean;
}

export interface Consensus {
  criterionId: string;
  value: number;
  rationale: string;
}

export interface BidAssessment {
  id: string;
  reference: string;
  /** Who bids, as the panel knows them: the organisation and the lead. */
  bidder: string;
  excludedReason: string | null;
  /** The lot that it is for, where the question is divided. */
  lotId?: string | null;
  scores: GivenScore[];
  consensus: Consensus[];
}

/** All that the panel has said of all bids of one question; excluded ones stand apart and are not scored. */
export interface Assessment {
  criteria: AssessedBy[];
  bids: BidAssessment[];
}

/** Without the bids that a wall hides from the reader: not even their number shows. */
export const withoutWalled = (assessment: Assessment, isWalled: (bidId: string) => boolean): Assessment => ({
  ...assessment,
  bids: assessment.bids.filter(({ id }) => !isWalled(id)),
});

/** Without what only an interview tells. */
export const writtenPart = (assessment: Assessment): Assessment => ({
  ...assessment,
  criteria: assessment.criteria.filter(({ stage }) => stage === 'written'),
});

/** The part of an assessment that stands for one lot; all of it for a question that is not divided. */
export const inLot = (assessment: Assessment, lot: Pick<Lot, 'id'> | null): Assessment =>
  lot ? { ...assessment, bids: assessment.bids.filter(({ lotId }) => lotId === lot.id) } : assessment;

export const contending = ({ bids }: Assessment): BidAssessment[] =>
  bids.filter((bid) => !bid.excludedReason);

/** Scores count while they are submitted and their scorer is no longer than now walled from the bid. */
export const countedScores = (competition: Competition, bid: BidAssessment): GivenScore[] => {
  const scorers = new Set(scorersOf(competition, bid.id).map(({ person }) => person.id));
  return bid.scores.filter((score) => score.submitted && scorers.has(score.personId));
};

export const hasScored = (bid: BidAssessment, personId: string): boolean =>
  bid.scores.some((score) => score.personId === personId && score.submitted);

/** A bid that is to be assigned and has nobody yet waits for somebody. */
export const allHaveScored = (competition: Competition, bid: BidAssessment): boolean => {
  const scorers = scorersOf(competition, bid.id);
  if (competition.assigning && scorers.length === 0) return false;
  return scorers.every(({ person }) => hasScored(bid, person.id));
};

export interface CriterionResult {
  criterion: AssessedBy;
  values: number[];
  consensus: Consensus | null;
  agreed: Fraction | null;
  disagreement: boolean;
}

export function resultsOf(
  competition: Competition,
  assessment: Assessment,
  bid: BidAssessment,
): CriterionResult[] {
  const counted = countedScores(competition, bid);
  return assessment.criteria.map((criterion) => {
    const values = counted
      .filter((score) => score.criterionId === criterion.id)
      .flatMap(({ value }) => (value === null ? [] : [value]))
      .sort((a, b) => a - b);
    const consensus = bid.consensus.find((one) => one.criterionId === criterion.id) ?? null;
    return {
      criterion,
      values,
      consensus,
      agreed: agreedScore(consensus?.value ?? null, values),
      disagreement: isDisagreement(values),
    };
  });
}

/** Why quality cannot be agreed yet, in words; empty when it can. */
export function whatAgreementWaitsFor(
  competition: Competition,
  assessment: Assessment,
  meetings: number,
): string[] {
  const waits = contending(assessment).flatMap((bid) => {
    const missing = scorersOf(competition, bid.id).filter(({ person }) => !hasScored(bid, person.id));
    if (missing.length > 0)
      return [
        `Scores of ${bid.bidder} are missing from ${missing.map(({ person }) => person.name).join(', ')}.`,
      ];
    return resultsOf(competition, assessment, bid)
      .filter((result) => !result.consensus && (result.disagreement || result.agreed === null))
      .map(({ criterion }) => `${bid.bidder} needs a consensus on “${criterion.name}”.`);
  });
  if (meetings === 0 && contending(assessment).length > 0)
    waits.push('The minutes of the moderation meeting are not recorded.');
  return waits;
}

export interface InterviewResult {
  /** What the interview added to quality or took from it; null where it has none to add. */
  points: number | null;
  withdrawn: boolean;
}

const whyOut = (interview: InterviewResult | undefined): AssessedBid['out'] | null => {
  if (!interview) return 'notShortlisted';
  return interview.withdrawn ? 'withdrew' : null;
};

/** What ranking needs of each contending bid; null where a criterion has no score yet. */
export function assessedBids(
  competition: Competition,
  assessment: Assessment,
  prices: ReadonlyMap<string, number>,
  interviews: ReadonlyMap<string, InterviewResult> | null = null,
): AssessedBid[] | null {
  const bids: AssessedBid[] = [];
  for (const bid of contending(assessment)) {
    const criteria: AssessedCriterion[] = [];
    const interview = interviews?.get(bid.id);
    const out = interviews && whyOut(interview);
    const judgedBy = out ? writtenPart(assessment) : assessment;
    for (const { criterion, agreed } of resultsOf(competition, judgedBy, bid)) {
      if (agreed === null) return null;
      criteria.push({ weight: criterion.weight, minimum: criterion.minimum, score: agreed });
    }
    bids.push({
      id: bid.id,
      criteria,
      price: prices.get(bid.id) ?? null,
      ...(interview?.points ? { points: interview.points } : {}),
      ...(out ? { out } : {}),
    });
  }
  return bids;
}

export const rankingRules = (
  { question }: Competition,
  lot: Pick<Lot, 'budget'> | null = null,
): RankingRules => ({
  priceScored: question.route.priceScored,
  weights: { quality: question.qualityWeight, price: question.priceWeight },
  formula: question.awardFormula,
  threshold: question.qualityThreshold,
  tieBreak: question.tieBreak.filter(isTieBreak),
  budget: lot?.budget ?? question.budgetMaximum,
});
