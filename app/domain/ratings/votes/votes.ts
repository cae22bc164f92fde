import { isMember, type Actor } from '../../actor';
import { readsPublished, takesPart } from '../../knowledge/finding-policy';
import { allow, deny, type Verdict } from '../../policy';
import { ukDay } from '../../uk-time';

/** Votes of each member in each half-year for each priority set; the database holds it too. */
export const ALLOTMENT = 10;

/** The first day of the half-year that an instant lies in, by the UK calendar. */
export function periodOf(instant: Date): Date {
  const day = ukDay(instant);
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() < 6 ? 0 : 6, 1));
}

/** The last day of the half-year that begins on a day. */
export const lastDayOf = (period: Date): Date =>
  new Date(Date.UTC(period.getUTCFullYear(), period.getUTCMonth() + 6, 0));

export const mayReadVotes = (actor: Actor): Verdict =>
  readsPublished(actor) ? allow : deny('Only verified members and the auditor see what members voted for.');

export interface VotingStanding {
  /** It stands: neither superseded nor retracted. */
  stands: boolean;
  /** Wrote it, delivered it, or is of the team that asked for it. */
  interested: boolean;
  /** The list holds and the priority is not retired. */
  inForce: boolean;
}

export function mayVote(actor: Actor, { stands, interested, inForce }: VotingStanding): Verdict {
  if (!isMember(actor) || !takesPart(actor)) return deny('Only verified members of the network vote.');
  if (!inForce) return deny('Votes are given for the priorities in force.');
  if (!stands) return deny('Only findings that stand are voted for.');
  return interested ? deny('Nobody votes for their own work, or for what their team asked for.') : allow;
}
