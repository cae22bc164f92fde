import type { AwardMethod } from '../questions/method/award-method';
import type { Lot, LotLimits } from '../questions/lots/lot';
import type { InterestKind } from './interests/interest-kind';
import type { QuestionForPolicy } from '../questions/question-policy';
import type { QuestionOutcome } from '../questions/question';

export type PanelRole = 'evaluator' | 'moderator';
export const DECLARATION_STAGES = ['publication', 'opening', 'award'] as const;
export type DeclarationStage = (typeof DECLARATION_STAGES)[number];

/** The row of a question; its tie-breaks are read with `isTieBreak`. */
export interface CompetitionQuestion extends QuestionForPolicy, LotLimits, Omit<AwardMethod, 'tieBreak'> {
  tieBreak: string[];
  reference: string;
  title: string;
  /** A first stage of expressions of interest; none where null. */
  expressionsCloseAt: Date | null;
  expressionCriteria: string;
  qualityAgreedAt: Date | null;
  interviewsAgreedAt: Date | null;
  priceOpenedAt: Date | null;
  outcome: QuestionOutcome | null;
  qualityWeight: number;
  priceWeight: number;
  awardsAvailable: number;
  budgetMaximum: number | null;
  route: QuestionForPolicy['route'] & {
    name: string;
    priceScored: boolean;
    priceAfterQuality: boolean;
    standstillWorkingDays: number;
    minimumEvaluators: number;
    conflictScope: 'competition' | 'bid';
    /** For how long after its end an interest counts that does not count for ever. */
    conflictYears: number;
  };
}

export interface KnownPerson {
  id: string;
  reference: string;
  name: string;
}

export interface PanelMember {
  person: KnownPerson;
  role: PanelRole;
  appointedAt: Date;
  endedAt: Date | null;
}

export interface Declared {
  id: string;
  person: KnownPerson;
  stage: DeclarationStage;
  capacity: string;
  hasInterest: boolean;
  details: string;
  aboutIds: string[];
  kinds: InterestKind[];
  declaredAt: Date;
  decidedAt: Date | null;
  confirmed: boolean | null;
  decisionReason: string | null;
}

/** That evaluators score only what was assigned to them. */
export interface Assigning {
  perBid: number;
  /** How many bids an assessor takes who has said nothing else. */
  mostBids: number;
  /** Bids are shown without who bids until they are assigned. */
  anonymous: boolean;
  scoresDueOn: Date | null;
  confirmedAt: Date | null;
  /** Assessments in force: neither moved nor refused. */
  places: { personId: string; bidId: string }[];
}

/** A question with the people who can influence its outcome, and what they declared. */
export interface Competition {
  question: CompetitionQuestion;
  panel: PanelMember[];
  declarations: Declared[];
  /** The people named on the question, in the order author, senior responsible owner, budget holder. */
  named: { person: KnownPerson; capacity: Capacity }[];
  /** Confirmed conflicts in force that cover single bids. */
  bidWalls: { personId: string; bidId: string }[];
  /** Behind a confirmed conflict that covers all of it: they can neither declare nor decide any more. */
  walled?: string[];
  /** Null where every evaluator scores every bid. */
  assigning?: Assigning | null;
  /** The panel is not told who bids, yet. */
  hidesBidders?: boolean;
  /** There are essential requirements that every bid must show. */
  hasEssentials?: boolean;
  /** The parts in which it is bid for, ranked and awarded; none where it is not divided. */
  lots?: Lot[];
  /** Bids that an evaluator does not judge who is limited to other lots. */
  outsideLots?: { personId: string; bidId: string }[];
  /** A recommendation that waits for its decision. */
  recommendationId: string | null;
  /** Somebody challenges the decision: the standstill lasts until that is decided. */
  extended?: boolean;
  /** Null while it is not on hold. */
  hold?: { reason: string; reviewOn: Date; placedAt: Date } | null;
}

export type Capacity =
  'author' | 'seniorResponsibleOwner' | 'budgetHolder' | 'coordinator' | 'approver' | PanelRole;

export const CAPACITY_NAMES: Record<Capacity, string> = {
  author: 'Author',
  seniorResponsibleOwner: 'Senior responsible owner',
  budgetHolder: 'Budget holder',
  coordinator: 'Coordinator',
  approver: 'Further approver',
  evaluator: 'Evaluator',
  moderator: 'Moderator',
};

export type EvaluationStage =
  | 'beforeOpening'
  | 'declaring'
  | 'scoring'
  | 'interviewing'
  | 'ranking'
  | 'recommended'
  | 'decided'
  | 'withdrawn';

export function stageOf({ question, recommendationId }: Competition): EvaluationStage {
  if (question.withdrawnAt) return 'withdrawn';
  if (!question.openedAt) return 'beforeOpening';
  if (question.decidedAt) return 'decided';
  if (!question.evaluationStartedAt) return 'declaring';
  if (!question.qualityAgreedAt) return 'scoring';
  if (question.interviewMode && !question.interviewsAgreedAt) return 'interviewing';
  return recommendationId ? 'recommended' : 'ranking';
}

/** Nothing that counts as quality is still to come. */
export const isQualityFinal = (
  question: Pick<CompetitionQuestion, 'qualityAgreedAt' | 'interviewMode' | 'interviewsAgreedAt'>,
): boolean =>
  question.qualityAgreedAt !== null && (!question.interviewMode || question.interviewsAgreedAt !== null);

export const STAGE_NAMES: Record<EvaluationStage, string> = {
  beforeOpening: 'Before opening',
  declaring: 'Declarations of interest',
  scoring: 'Scoring and moderation',
  interviewing: 'Interviews',
  ranking: 'Ranking',
  recommended: 'Recommendation awaits its decision',
  decided: 'Decided',
  withdrawn: 'Withdrawn',
};

export const livePanel = ({ panel }: Competition): PanelMember[] => panel.filter(({ endedAt }) => !endedAt);

/** What its bids are ranked in: its lots, or the whole where it is not divided. */
export const rankedParts = ({ lots = [] }: Competition): (Lot | null)[] => (lots.length > 0 ? lots : [null]);

export const evaluatorsOf = (competition: Competition): PanelMember[] =>
  livePanel(competition).filter(({ role }) => role === 'evaluator');

export const moderatorOf = (competition: Competition): PanelMember | undefined =>
  livePanel(competition).find(({ role }) => role === 'moderator');
