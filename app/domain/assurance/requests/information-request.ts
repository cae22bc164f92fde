import { addWorkingDays, type Holidays } from '../../questions/working-days';
import { ukDay } from '../../uk-time';

/** Freedom of Information Act 2000, s.10(1): promptly, and not later than the twentieth working day after receipt. */
export const WORKING_DAYS = 20;
/** How many days ahead handlers are told that a request is due. */
export const NOTICE_DAYS = 5;
export const MOST_WORDS = 10_000;
export const MOST_QUESTIONS = 10;

export const OUTCOMES = {
  full: 'Released in full',
  partly: 'Released in part',
  refused: 'Refused',
  notHeld: 'Not held',
  withdrawn: 'Withdrawn by the requester',
} as const;
export type InformationOutcome = keyof typeof OUTCOMES;
export const OUTCOME_NAMES = Object.keys(OUTCOMES) as [InformationOutcome, ...InformationOutcome[]];

/** The last day to answer: the day after receipt is day 1. */
export const dueOn = (receivedOn: Date, holidays: Holidays): Date =>
  addWorkingDays(receivedOn, WORKING_DAYS, holidays);

export interface RequestStages {
  dueOn: Date;
  extendedTo: Date | null;
  /** The requester has yet to make something clear: no time runs. */
  waits: boolean;
  outcome: InformationOutcome | null;
}

export type RequestState = 'waiting' | 'open' | 'dueToday' | 'overdue' | 'closed';

export const lastDay = ({ dueOn: due, extendedTo }: Pick<RequestStages, 'dueOn' | 'extendedTo'>): Date =>
  extendedTo ?? due;

export function requestState(request: RequestStages, now: Date): RequestState {
  if (request.outcome) return 'closed';
  if (request.waits) return 'waiting';
  const [today, last] = [ukDay(now).getTime(), lastDay(request).getTime()];
  if (today > last) return 'overdue';
  return today === last ? 'dueToday' : 'open';
}

export const REQUEST_STATES: Record<RequestState, string> = {
  waiting: 'Waiting for the requester',
  open: 'Open',
  dueToday: 'Due today',
  overdue: 'Overdue',
  closed: 'Closed',
};
