/** What a person can be towards the things of the scene, in the product's own words. */
export type Role =
  | 'visitor'
  | 'half signed in'
  | 'person'
  | 'member'
  | 'network'
  | 'author'
  | 'senior responsible owner'
  | 'budget holder'
  | 'moderator'
  | 'observer'
  | 'evaluator'
  | 'conflicted evaluator'
  | 'author of another team'
  | 'expert'
  | 'invited expert'
  | 'lead of the bid'
  | 'editor of the bid'
  | 'rival'
  | 'researcher'
  | 'coordinator'
  | 'auditor'
  | 'committee reader'
  | 'administrator'
  | 'began the bulk action'
  | 'demonstration account';

const MEMBER: Role[] = ['person', 'member'];
const NETWORK: Role[] = [...MEMBER, 'network'];
const EXPERT: Role[] = [...NETWORK, 'expert'];

/**
 * Who tries every address, and all that each of them is. The network is every verified member but those who
 * come only to check (auditor) or to read what was released (committee reader).
 */
export const ACTORS = {
  visitor: ['visitor'],
  'person before the second factor': ['half signed in'],
  'unverified person': ['person'],
  'civil servant of another team': [...NETWORK, 'author of another team', 'demonstration account'],
  author: [...NETWORK, 'author'],
  'senior responsible owner': [...NETWORK, 'senior responsible owner'],
  'budget holder': [...NETWORK, 'budget holder'],
  moderator: [...NETWORK, 'moderator'],
  observer: [...NETWORK, 'observer'],
  evaluator: [...NETWORK, 'evaluator'],
  'conflicted evaluator': [...NETWORK, 'conflicted evaluator'],
  'uninvolved expert': EXPERT,
  'invited expert': [...EXPERT, 'invited expert'],
  'lead bidder': [...EXPERT, 'lead of the bid'],
  'co-editor of the bid': [...EXPERT, 'editor of the bid'],
  'rival bidder': [...EXPERT, 'rival'],
  researcher: [...EXPERT, 'researcher'],
  coordinator: [...NETWORK, 'coordinator', 'began the bulk action'],
  auditor: [...MEMBER, 'auditor'],
  'committee reader': [...MEMBER, 'committee reader'],
  administrator: [...NETWORK, 'administrator'],
  'coordinator and author of another team': [...NETWORK, 'coordinator', 'author of another team'],
  'expert and evaluator': [...EXPERT, 'evaluator'],
  'auditor and expert': [...EXPERT, 'auditor'],
} as const satisfies Record<string, readonly Role[]>;

export type ActorName = keyof typeof ACTORS;
export const ACTOR_NAMES = Object.keys(ACTORS) as ActorName[];

/** Actors of several roles at once, whose access is not that of any one of them. */
export const OF_SEVERAL_ROLES: ActorName[] = [
  'coordinator and author of another team',
  'expert and evaluator',
  'auditor and expert',
];

/** The team that asks every question of the scene. */
export const ASKING_TEAM = [
  'author',
  'senior responsible owner',
  'budget holder',
  'moderator',
  'observer',
] as const satisfies Role[];

/** Those who score the bids of a question and lead their scoring. */
export const PANEL = ['evaluator', 'moderator'] as const satisfies Role[];
