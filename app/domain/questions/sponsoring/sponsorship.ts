import { ukDay } from '../../uk-time';
import { addWorkingDays, type Holidays } from '../working-days';

/** The timestamps on a sponsorship's row. Its state is derived from them. */
export interface SponsorshipStages {
  lapsesAt: Date;
  acceptedAt: Date | null;
  endedAt: Date | null;
  ending: SponsorshipEnding | null;
}

export type SponsorshipEnding = 'declined' | 'withdrawn' | 'lapsed' | 'left';
export type SponsorshipState = 'requested' | 'accepted' | SponsorshipEnding;

/** How long an asking team has to say yes or no; the request lapses at the end of the last of these days. */
export const WORKING_DAYS_TO_ANSWER = 10;

/** A request that nobody answered in time has lapsed, whether or not anybody wrote that down. */
export function sponsorshipState(sponsorship: SponsorshipStages, now: Date): SponsorshipState {
  if (sponsorship.endedAt) return sponsorship.ending ?? 'lapsed';
  if (sponsorship.acceptedAt) return 'accepted';
  return now >= sponsorship.lapsesAt ? 'lapsed' : 'requested';
}

const DAY_MS = 86_400_000;

export const lapsesAt = (requestedAt: Date, holidays: Holidays): Date =>
  new Date(addWorkingDays(ukDay(requestedAt), WORKING_DAYS_TO_ANSWER, holidays).getTime() + DAY_MS);

const WORDS: Record<SponsorshipState, string> = {
  requested: 'Waiting for an answer',
  accepted: 'Sponsor',
  declined: 'Declined',
  withdrawn: 'Taken back',
  lapsed: 'Lapsed without an answer',
  left: 'No longer a sponsor',
};

export const sponsorshipLabel = (state: SponsorshipState): string => WORDS[state];
