/**
 * What the product promises of a question from draft to closing, written from the description of the product and
 * of no line of it: who may take a step, when it is taken, and what stands afterwards.
 */
export const ROLES = [
  'author',
  'owner',
  'holder',
  'moderator',
  'evaluator',
  'second',
  'third',
  'leadA',
  'leadB',
  'approver',
  'arbiter',
  'official',
  'auditor',
  'unverified',
  'visitor',
] as const;
export type Role = (typeof ROLES)[number];

export const BIDS = ['A', 'B'] as const;
export type Bid = (typeof BIDS)[number];
export const leadOf = (bid: Bid): Role => (bid === 'A' ? 'leadA' : 'leadB');

/** How a route differs from the others, as far as the life of a question goes. */
export interface Route {
  slug: 'commissioned-study' | 'competition' | 'rapid-evidence-assessment';
  twoOpeners: boolean;
  standstillDays: number;
  /** Whether somebody approves after the senior responsible owner. */
  furtherApproval: boolean;
  /** Without whom evaluation does not start. */
  fewestEvaluators: number;
  /** A first stage of short, sealed expressions, of which the chosen are invited to bid. */
  expressions: boolean;
  /** Whoever is on the shortlist is heard before prices are opened. */
  interviews: boolean;
}

export interface BidModel {
  started: boolean;
  live: boolean;
  taken: boolean;
  excluded: boolean;
  scoredBy: Role[];
  challengedAt: number | null;
  expression: 'none' | 'sent' | 'takenBack';
  /** Null until the panel has judged the expression; told to all at once. */
  invited: boolean | null;
  interview: 'none' | 'invited' | 'declined' | 'recorded';
}

export const CLAIM_STATES = [
  'new',
  'submitted',
  'queried',
  'answered',
  'approved',
  'requested',
  'paid',
  'withdrawn',
] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

export interface MilestoneModel {
  delivered: 'no' | 'waiting' | 'reviewed' | 'accepted';
  reviewer: Role | null;
  paid: boolean;
  held: boolean;
  /** The last that was made for it. */
  claim: ClaimState | null;
}

export interface AwardModel {
  bid: Bid;
  noticeAt: number | null;
  /** The last day of the standstill, as the instant at which the day after begins. */
  standstillOverAt: number | null;
  contracted: boolean;
  closed: boolean;
  milestones: MilestoneModel[];
}

export const DECLARATION_STAGES = ['publication', 'opening', 'award'] as const;
export type DeclarationStage = (typeof DECLARATION_STAGES)[number];

/** An interest that somebody declared at a stage, and what was decided about it. */
export interface Interest {
  by: Role;
  stage: DeclarationStage;
  state: 'undecided' | 'confirmed' | 'dismissed';
}

export interface Model {
  route: Route;
  now: number;
  submitted: boolean;
  returned: boolean;
  /** Levels that approved what waits. */
  approvedBy: Role[];
  publishedAt: number | null;
  closesAt: number;
  clarifyUntil: number;
  withdrawn: boolean;
  extension: { by: Role; closesAt: number } | null;
  clarifications: number;
  unanswered: number;
  /** When expressions are due; null where none are asked for. */
  expressionsCloseAt: number | null;
  expressionsTold: boolean;
  panel: boolean;
  bids: Record<Bid, BidModel>;
  openers: Role[];
  opened: boolean;
  declared: Record<DeclarationStage, Role[]>;
  interests: Interest[];
  /** Behind a confirmed conflict: to them nothing of the competition is there. */
  walled: Role[];
  evaluating: boolean;
  meetings: number;
  qualityAgreed: boolean;
  interviews: { chooseBy: number } | null;
  interviewsAgreed: boolean;
  recommendation: { outcome: 'awarded' | 'noneSuitable'; bid: Bid | null; approvedBy: Role[] } | null;
  hold: boolean;
  outcome: 'awarded' | 'noneSuitable' | null;
  /** The award that stands. */
  award: AwardModel | null;
  /** Bids that had an award which ended. */
  ended: Bid[];
  unsent: number;
  reserve: Bid | null;
  challenge: Bid | null;
  /** After a challenge that was not upheld: when the day after its decision begins. */
  extendedUntil: number | null;
  deliveryStarted: boolean;
  answered: boolean;
}

const freshBid = (): BidModel => ({
  ...{ started: false, live: false, taken: false, excluded: false },
  ...{ scoredBy: [], challengedAt: null, expression: 'none', invited: null, interview: 'none' },
});

interface Times {
  now: number;
  closesAt: number;
  expressionsCloseAt: number | null;
}

export const freshModel = (route: Route, times: Times): Model => ({
  ...{ route, ...times, expressionsTold: false, interviews: null, interviewsAgreed: false },
  ...{ submitted: false, returned: false, approvedBy: [], publishedAt: null, clarifyUntil: Infinity },
  ...{ withdrawn: false, extension: null, clarifications: 0, unanswered: 0, panel: false },
  ...{ bids: { A: freshBid(), B: freshBid() }, openers: [], opened: false },
  ...{ declared: { publication: [], opening: [], award: [] }, interests: [], walled: [] },
  ...{ evaluating: false, meetings: 0, qualityAgreed: false },
  ...{ recommendation: null, hold: false, outcome: null, award: null, ended: [], unsent: 0 },
  ...{ reserve: null, challenge: null, extendedUntil: null, deliveryStarted: false, answered: false },
});

export type State =
  | 'draft'
  | 'returned'
  | 'awaitingApproval'
  | 'open'
  | 'clarificationsClosed'
  | 'closed'
  | 'opened'
  | 'inEvaluation'
  | 'decided'
  | 'inDelivery'
  | 'answered'
  | 'withdrawn';

export function stateOf(model: Model): State {
  if (model.withdrawn) return 'withdrawn';
  if (model.publishedAt === null) {
    if (!model.submitted) return 'draft';
    return model.returned ? 'returned' : 'awaitingApproval';
  }
  if (model.answered) return 'answered';
  if (model.deliveryStarted) return 'inDelivery';
  if (model.outcome) return 'decided';
  if (model.evaluating) return 'inEvaluation';
  if (model.opened) return 'opened';
  if (model.now >= model.closesAt) return 'closed';
  return model.now >= model.clarifyUntil ? 'clarificationsClosed' : 'open';
}

export type Stage =
  | 'beforeOpening'
  | 'declaring'
  | 'scoring'
  | 'interviewing'
  | 'ranking'
  | 'recommended'
  | 'decided'
  | 'withdrawn';

export function stageOf(model: Model): Stage {
  if (model.withdrawn) return 'withdrawn';
  if (!model.opened) return 'beforeOpening';
  if (model.outcome) return 'decided';
  if (!model.evaluating) return 'declaring';
  if (!model.qualityAgreed) return 'scoring';
  if (model.route.interviews && !model.interviewsAgreed) return 'interviewing';
  return model.recommendation ? 'recommended' : 'ranking';
}

/** The notice of an award that stands is out. */
export const isNoticed = ({ award }: Model): boolean => award !== null && award.noticeAt !== null;

export type AwardState = 'decided' | 'standstill' | 'extended' | 'readyToContract' | 'inDelivery' | 'closed';

export function awardStateOf({ award, challenge, extendedUntil, now }: Model): AwardState | null {
  if (!award) return null;
  if (award.closed) return 'closed';
  if (award.contracted) return 'inDelivery';
  if (award.noticeAt === null) return 'decided';
  if (challenge || (extendedUntil !== null && now < extendedUntil)) return 'extended';
  return award.standstillOverAt !== null && now < award.standstillOverAt ? 'standstill' : 'readyToContract';
}

export type BidState = 'none' | 'draft' | 'submitted' | 'withdrawn' | 'opened' | 'inEvaluation' | 'excluded';

/** Until its bidder is told how it ended. */
export function bidStateOf(model: Model, name: Bid): BidState {
  const bid = model.bids[name];
  if (!bid.started) return 'none';
  if (bid.excluded) return 'excluded';
  if (!bid.live) return bid.taken ? 'withdrawn' : 'draft';
  if (model.evaluating) return 'inEvaluation';
  return model.opened ? 'opened' : 'submitted';
}

export type ExpressionState = 'notAsked' | 'none' | 'waiting' | 'invited' | 'notInvited';

/** What whoever sent it is told: nothing of a decision before all are. */
export function expressionStateOf({ route, bids, expressionsTold }: Model, name: Bid): ExpressionState {
  const { expression, invited } = bids[name];
  if (!route.expressions) return 'notAsked';
  if (expression !== 'sent') return 'none';
  if (!expressionsTold || invited === null) return 'waiting';
  return invited ? 'invited' : 'notInvited';
}

/** Bids that count: submitted, neither taken back, excluded nor withdrawn from the interviews. */
export const standing = ({ bids }: Model): Bid[] =>
  BIDS.filter((name) => bids[name].live && !bids[name].excluded && bids[name].interview !== 'declined');

/** What a bid owes: a protocol, and the final report. */
export const standingMilestones = (): MilestoneModel[] =>
  [1, 2].map(() => ({ delivered: 'no', reviewer: null, paid: false, held: false, claim: null }));
