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
}

export interface BidModel {
  started: boolean;
  live: boolean;
  taken: boolean;
  excluded: boolean;
  scoredBy: Role[];
  challengedAt: number | null;
}

export interface MilestoneModel {
  delivered: 'no' | 'waiting' | 'reviewed' | 'accepted';
  reviewer: Role | null;
  paid: boolean;
  held: boolean;
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
  panel: boolean;
  bids: Record<Bid, BidModel>;
  openers: Role[];
  opened: boolean;
  declared: { opening: Role[]; award: Role[] };
  evaluating: boolean;
  meetings: number;
  qualityAgreed: boolean;
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
  deliveryStarted: boolean;
  answered: boolean;
}

const DAY_MS = 86_400_000;
const freshBid = (): BidModel => ({
  ...{ started: false, live: false, taken: false, excluded: false },
  ...{ scoredBy: [], challengedAt: null },
});

export const freshModel = (route: Route, now: number, closesAt: number): Model => ({
  ...{ route, now, closesAt },
  ...{ submitted: false, returned: false, approvedBy: [], publishedAt: null, clarifyUntil: Infinity },
  ...{ withdrawn: false, extension: null, clarifications: 0, unanswered: 0, panel: false },
  ...{ bids: { A: freshBid(), B: freshBid() }, openers: [], opened: false },
  ...{ declared: { opening: [], award: [] }, evaluating: false, meetings: 0, qualityAgreed: false },
  ...{ recommendation: null, hold: false, outcome: null, award: null, ended: [], unsent: 0 },
  ...{ reserve: null, challenge: null, deliveryStarted: false, answered: false },
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
  'beforeOpening' | 'declaring' | 'scoring' | 'ranking' | 'recommended' | 'decided' | 'withdrawn';

export function stageOf(model: Model): Stage {
  if (model.withdrawn) return 'withdrawn';
  if (!model.opened) return 'beforeOpening';
  if (model.outcome) return 'decided';
  if (!model.evaluating) return 'declaring';
  if (!model.qualityAgreed) return 'scoring';
  return model.recommendation ? 'recommended' : 'ranking';
}

export type AwardState = 'decided' | 'standstill' | 'extended' | 'readyToContract' | 'inDelivery' | 'closed';

export function awardStateOf({ award, challenge, now }: Model): AwardState | null {
  if (!award) return null;
  if (award.closed) return 'closed';
  if (award.contracted) return 'inDelivery';
  if (award.noticeAt === null) return 'decided';
  if (challenge) return 'extended';
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

/** Bids that count: submitted, neither taken back nor excluded. */
export const standing = ({ bids }: Model): Bid[] =>
  BIDS.filter((name) => bids[name].live && !bids[name].excluded);

/** Weekdays; the months in which this is played have no bank holiday. */
const isWorkingDay = (day: number): boolean => ![0, 6].includes(new Date(day).getUTCDay());
const dayOf = (instant: number): number => Math.floor(instant / DAY_MS) * DAY_MS;

export function workingDaysUntil(from: number, to: number): number {
  let count = 0;
  for (let day = dayOf(from) + DAY_MS; day <= dayOf(to); day += DAY_MS) if (isWorkingDay(day)) count += 1;
  return count;
}

export function workingDaysOn(from: number, count: number): number {
  let day = dayOf(from);
  for (let left = Math.abs(count); left > 0;) {
    day += count < 0 ? -DAY_MS : DAY_MS;
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** Clarifications close after half of the working days of bidding, at the time of closing, and are answered the day before. */
export function clarificationsEnd(publishedAt: number, closesAt: number): number {
  const half = Math.floor(workingDaysUntil(publishedAt, closesAt) / 2);
  const ends = Math.min(workingDaysOn(publishedAt, half), workingDaysOn(closesAt, -1));
  return ends + (closesAt - dayOf(closesAt));
}

/** Of a notice: its day is day 1, and a contract may be made from the day after the last. */
export const standstillOver = (noticeAt: number, days: number): number =>
  workingDaysOn(dayOf(noticeAt) - DAY_MS, days) + DAY_MS;

/** What a bid owes: a protocol, and the final report. */
export const standingMilestones = (): MilestoneModel[] =>
  [1, 2].map(() => ({ delivered: 'no', reviewer: null, paid: false, held: false }));
