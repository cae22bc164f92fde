import { USUAL_METHOD } from '~/domain/questions/method/award-method';
import type { Assessment, BidAssessment, GivenScore } from '~/domain/evaluation/assessment/assessment';
import type {
  Competition,
  CompetitionQuestion,
  Declared,
  DeclarationStage,
  KnownPerson,
  PanelMember,
} from '~/domain/evaluation/competition';

/** The instant at which everything here happened. */
export const AT = new Date('2026-11-21T12:00:00Z');

/** A question in scoring, of author, owner and holder, by no database. */
export const pureQuestion = (
  over: Omit<Partial<CompetitionQuestion>, 'route'> & { route?: Partial<CompetitionQuestion['route']> } = {},
): CompetitionQuestion => ({
  id: 'q',
  reference: 'AAAAAAAA',
  title: 'A question',
  teamId: 'team',
  authorId: 'author',
  seniorResponsibleOwnerId: 'owner',
  budgetHolderId: 'holder',
  visibility: 'network',
  releasedAt: null,
  invitations: [],
  sponsorships: [],
  submittedAt: AT,
  returnedAt: null,
  publishedAt: AT,
  clarificationsCloseAt: AT,
  closesAt: AT,
  expressionsCloseAt: null,
  expressionCriteria: '',
  openedAt: AT,
  evaluationStartedAt: AT,
  qualityAgreedAt: null,
  interviewsAgreedAt: null,
  ...USUAL_METHOD,
  priceOpenedAt: null,
  decidedAt: null,
  deliveryStartedAt: null,
  answeredAt: null,
  withdrawnAt: null,
  setAsideAt: null,
  outcome: null,
  qualityWeight: 70,
  priceWeight: 30,
  awardsAvailable: 1,
  lotsMostBids: null,
  lotsMostAwards: null,
  lotRule: null,
  budgetMaximum: null,
  ...over,
  route: {
    takesBids: true,
    takesAdvice: false,
    name: 'Commissioned study',
    priceScored: true,
    priceAfterQuality: false,
    standstillWorkingDays: 0,
    minimumEvaluators: 2,
    conflictScope: 'competition',
    conflictYears: 3,
    ...over.route,
  },
});

export const known = (id: string): KnownPerson => ({ id, reference: `R-${id}`, name: `Name of ${id}` });

export const panelist = (
  id: string,
  role: PanelMember['role'] = 'evaluator',
  endedAt: Date | null = null,
): PanelMember => ({ person: known(id), role, appointedAt: AT, endedAt });

export const declaredBy = (
  id: string,
  stage: DeclarationStage = 'opening',
  over: Partial<Declared> = {},
): Declared => ({
  id: `d-${id}-${stage}`,
  person: known(id),
  stage,
  capacity: 'evaluator',
  hasInterest: false,
  details: '',
  aboutIds: [],
  kinds: [],
  declaredAt: AT,
  decidedAt: null,
  confirmed: null,
  decisionReason: null,
  ...over,
});

/** Two evaluators, `one` and `two`, and a moderator `mo`, who have declared at opening. */
export const pureCompetition = (over: Partial<Competition> = {}): Competition => ({
  question: pureQuestion(),
  panel: [panelist('one'), panelist('two'), panelist('mo', 'moderator')],
  declarations: ['one', 'two', 'mo'].map((id) => declaredBy(id)),
  named: [
    { person: known('author'), capacity: 'author' },
    { person: known('owner'), capacity: 'seniorResponsibleOwner' },
    { person: known('holder'), capacity: 'budgetHolder' },
  ],
  bidWalls: [],
  recommendationId: null,
  ...over,
});

const WRITTEN = { stage: 'written' as const, bands: [], reasonWords: null };

export const CRITERIA: Assessment['criteria'] = [
  { id: 'c1', position: 1, name: 'Method', guidance: '', weight: 60, minimum: null, ...WRITTEN },
  { id: 'c2', position: 2, name: 'Reach', guidance: '', weight: 40, minimum: 3, ...WRITTEN },
];

/** Submitted scores of one person for both criteria. */
export const scoresOf = (personId: string, values: [number, number], submitted = true): GivenScore[] =>
  values.map((value, i) => ({
    criterionId: `c${i + 1}`,
    personId,
    personName: `Name of ${personId}`,
    value,
    reason: `${personId} on c${i + 1}`,
    submitted,
  }));

export const assessed = (id: string, over: Partial<BidAssessment> = {}): BidAssessment => ({
  id,
  reference: `REF-${id}`,
  bidder: `Bidder of ${id}`,
  excludedReason: null,
  scores: [],
  consensus: [],
  ...over,
});
