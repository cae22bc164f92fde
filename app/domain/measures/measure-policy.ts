import { hasRole, isMember, type Actor } from '../actor';
import { readsPublished, takesPart } from '../knowledge/finding-policy';
import { allowIf, type Verdict } from '../policy';

export interface MeasureStanding {
  ownerId: string | null;
  createdById: string;
}

const isCoordinator = (actor: Actor): boolean => hasRole(actor, 'coordinator');

export const mayReadMeasures = (actor: Actor): Verdict =>
  allowIf(readsPublished(actor), 'Only verified members and the auditor read measures.');

/** Those who answer for what is counted: members of teams, and coordinators. */
const counts = (actor: Actor): boolean =>
  takesPart(actor) && (isCoordinator(actor) || (isMember(actor) && actor.teams.length > 0));

export const mayDefineMeasure = (actor: Actor): Verdict =>
  allowIf(counts(actor), 'Only members of a team and coordinators define measures.');

export const mayKeepMeasure = (actor: Actor, { ownerId, createdById }: MeasureStanding): Verdict =>
  allowIf(
    takesPart(actor) && (isCoordinator(actor) || actor.id === ownerId || actor.id === createdById),
    'Only its owner, whoever defined it, or a coordinator can do this.',
  );

/** Somebody other than who claimed the figure; the database holds that too. */
export const mayValidate = (actor: Actor, recordedById: string): Verdict =>
  allowIf(
    counts(actor) && isMember(actor) && actor.id !== recordedById,
    'A member of a team or a coordinator other than who recorded a figure validates it.',
  );

/** Committee readers read scorecards that were issued. */
export const mayReadIssued = (actor: Actor): Verdict =>
  allowIf(
    readsPublished(actor) || hasRole(actor, 'committeeReader'),
    'Only verified members, the auditor and committee readers read scorecards.',
  );

export const mayIssueScorecard = (actor: Actor): Verdict =>
  allowIf(isCoordinator(actor), 'Only a coordinator issues a scorecard.');
