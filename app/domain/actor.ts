/** Who asks. Loaded once a request; every policy is a pure function of it. */
export type InstallationRole = 'coordinator' | 'administrator' | 'auditor' | 'committeeReader';
export type TeamRole =
  'author' | 'seniorResponsibleOwner' | 'budgetHolder' | 'evaluator' | 'moderator' | 'observer';

export interface TeamPlace {
  teamId: string;
  organisationId: string;
  roles: TeamRole[];
}

export interface Visitor {
  kind: 'visitor';
  asOf: Date;
}

export interface Person {
  kind: 'person';
  id: string;
  reference: string;
  name: string;
  verified: boolean;
  demonstration: boolean;
  expert: boolean;
  roles: InstallationRole[];
  teams: TeamPlace[];
  organisationIds: string[];
  /** Has a current affiliation with a firm: sees no declared clearances. */
  privateSector: boolean;
  panels: { questionId: string; role: 'evaluator' | 'moderator' }[];
  /** Confirmed conflicts in force. Without a bid the whole competition is behind the wall. */
  walls: { questionId: string; bidId: string | null }[];
  /** True once the second factor was given in this session, or in the demonstration, which has none. */
  secondFactorPassed: boolean;
  secondFactorSetUp: boolean;
  sessionId: string | null;
  unreadNotices: number;
  asOf: Date;
}

export type Actor = Visitor | Person;

export const isPerson = (actor: Actor): actor is Person => actor.kind === 'person';

/** A verified person who passed the second factor: the network. */
export interface Member extends Person {
  verified: true;
  secondFactorPassed: true;
}

export const isMember = (actor: Actor): actor is Member =>
  actor.kind === 'person' && actor.verified && actor.secondFactorPassed;

export const hasRole = (actor: Actor, role: InstallationRole): boolean =>
  isMember(actor) && actor.roles.includes(role);

export const teamPlace = (actor: Actor, teamId: string): TeamPlace | undefined =>
  isMember(actor) ? actor.teams.find((place) => place.teamId === teamId) : undefined;

export const hasTeamRole = (actor: Actor, teamId: string, ...roles: TeamRole[]): boolean =>
  teamPlace(actor, teamId)?.roles.some((role) => roles.includes(role)) ?? false;

export const isWalledFromQuestion = (actor: Actor, questionId: string): boolean =>
  isPerson(actor) && actor.walls.some((wall) => wall.questionId === questionId && wall.bidId === null);

/** Has a confirmed conflict about the competition, or about any of its bids. */
export const isWalledFromSome = (actor: Actor, questionId: string): boolean =>
  isPerson(actor) && actor.walls.some((wall) => wall.questionId === questionId);

export const isWalledFromBid = (actor: Actor, questionId: string, bidId: string): boolean =>
  isWalledFromQuestion(actor, questionId) ||
  (isPerson(actor) && actor.walls.some((wall) => wall.bidId === bidId));

export const panelRole = (actor: Actor, questionId: string): 'evaluator' | 'moderator' | undefined =>
  isMember(actor) ? actor.panels.find((panel) => panel.questionId === questionId)?.role : undefined;
