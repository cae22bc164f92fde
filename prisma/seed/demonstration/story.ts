import type { InterestKind } from '~/domain/evaluation/interests/interest-kind';
import type { CompetitionParts } from './competition-parts';

/** What is told of one question: the text its people wrote, and what happened to it on which day. */
export interface Story {
  key: string;
  team: string;
  route: Route;
  /** How far it has come by now. */
  reaches: Reach;
  title: string;
  summary: string;
  decision: string;
  asked: string[];
  background: string;
  outputs: string;
  threats: string[];
  strands: string[];
  levels: string[];
  enablers?: string[];
  types: string[];
  priorities: string[];
  /** Why it matters to illicit finance; without it, it does not. */
  illicitFinance?: string;
  /** Pounds without VAT. */
  budget?: [least: number, most: number];
  effort?: string;
  basis?: 'quotation' | 'callOff' | 'open' | 'competitiveFlexible' | 'grant' | 'exempt';
  awards?: number;
  approvals?: string[];
  criteria?: [name: string, weight: number, minimum?: number][];
  data?: Partial<DataStory>;
  /** Days before the loading; below zero lies ahead. */
  published: number;
  closes?: number;
  returned?: string;
  withdrawn?: { daysAgo: number; reason: string };
  visibility?: { daysAgo: number; to: 'network' | 'invited' | 'team' };
  released?: { daysAgo: number; reason: string };
  invites?: { people?: string[]; organisations?: string[] };
  interested?: string[];
  watching?: string[];
  seeking?: [person: string, note: string][];
  clarifications?: Clarification[];
  addenda?: { daysAgo: number; text: string }[];
  evaluators?: string[];
  /** A declared interest and what the owner decided of it. */
  interests?: Interest[];
  bids?: BidStory[];
  minutes?: string;
  recommendation?: { outcome: 'awarded' | 'noneSuitable' | 'cancelled'; text: string };
  withdrawnAward?: string;
  advice?: AdviceStory[];
  parts?: CompetitionParts;
}

export type Route =
  | 'expert-advice-request'
  | 'rapid-evidence-assessment'
  | 'commissioned-study'
  | 'competition'
  | 'funding-call'
  | 'area-of-research-interest';

/** In order; a story goes through all that come before its own. */
export const REACHES = [
  'draft',
  'returned',
  'submitted',
  'published',
  'closed',
  'opened',
  'evaluating',
  'agreed',
  'decided',
  'noticed',
  'contracted',
  'answered',
] as const;
export type Reach = (typeof REACHES)[number];

export const reached = (story: Pick<Story, 'reaches'>, stage: Reach): boolean =>
  REACHES.indexOf(story.reaches) >= REACHES.indexOf(stage);

export interface DataStory {
  personalData: 'none' | 'personal' | 'special' | 'criminalOffence';
  lawfulBasis: string;
  controller: string;
  processor: string;
  dpiaStatus: 'notNeeded' | 'toDo' | 'underWay' | 'done';
  dpiaReference: string;
  dataSharing: string;
  vetting: string;
  trustedResearch: 'yes' | 'no';
  trustedResearchNote: string;
}

export interface Clarification {
  by: string;
  asked: string;
  published?: string;
  answer?: string;
  declined?: string;
}

export interface Interest {
  by: string;
  kind: InterestKind;
  details: string;
  /** People or organisations of the list of bidders. */
  about: string[];
  decision: 'confirm' | 'dismiss';
  reason: string;
}

export interface BidStory {
  lead: string;
  /** `independent`, or the reference of an organisation of the lead; otherwise the one that the cast gives them. */
  for?: string;
  partners?: [organisation: string, part: string][];
  members?: [person: string, role: 'editor' | 'partner'][];
  ends?: 'draft' | 'withdrawn' | 'replaced';
  excluded?: string;
  won?: boolean;
  summary: string;
  /** One answer and one judgement a criterion, in the order of the criteria. */
  answers: string[];
  marks?: [score: number, remark: string][];
  people: [name: string, role: string, narrative: string][];
  plan: [title: string, weeks: number, share: number][];
  /** Day rates in pounds. */
  price: { lines: [role: string, dayRate: number, days: number][]; other?: [title: string, amount: number][]; overheads: number; fullEconomicCost: number };
  references?: string;
  confidential?: [section: string, reason: string];
  delivered?: DeliveredStory[];
}

/** What was handed over for a milestone of the plan (counted from 1), and what became of it. */
export interface DeliveredStory {
  milestone: number;
  daysAgo: number;
  title: string;
  summary: string;
  limits: string;
  returned?: string;
  review?: string;
  accepted?: boolean;
  finding?: FindingStory;
}

export interface FindingStory {
  key: string;
  studyType: 'review' | 'impact' | 'process' | 'descriptive' | 'qualitative' | 'method' | 'expertJudgement' | 'grey';
  keyMessages: string;
  methods: string;
  licence: string;
  cases: [priority: string, text: string][];
  /** Days before the loading of its publication. */
  published: number;
  released?: string;
  rated?: RatedStory;
}

/** How people see it: the middle of their values, and what they say at each. */
export interface RatedStory {
  priorities: [priority: string, centre: number][];
  reasons: Partial<Record<1 | 2 | 3 | 4 | 5, string[]>>;
}

export interface AdviceStory {
  by: string;
  daysAgo: number;
  body: string;
  limits: string;
  /** Whether its author agreed to publish it, and how. */
  consent?: 'named' | 'unnamed' | 'refused';
  finding?: FindingStory;
}
