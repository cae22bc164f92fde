import { refuse, type Refusal } from '../../refusal';
import { showDate, ukDay } from '../../uk-time';

export const GROUNDS = {
  criteria: 'Other criteria or weights were applied than those published',
  scoring: 'A score or the sums are wrong',
  evidence: 'Something that the bid says was overlooked',
  conflict: 'Somebody who decided had an interest',
  process: 'A step of the process was not followed',
  other: 'Something else',
} as const;
export type Ground = keyof typeof GROUNDS;
export const GROUND_NAMES = Object.keys(GROUNDS) as [Ground, ...Ground[]];

export const CHALLENGE_OUTCOMES = {
  upheld: 'Upheld',
  partly: 'Upheld in part, the award stands',
  rejected: 'Rejected, the award stands',
} as const;
export type ChallengeOutcome = keyof typeof CHALLENGE_OUTCOMES;

/** What follows where a challenge is upheld. */
export const REMEDIES = {
  withdraw: 'The decision is withdrawn, and another recommendation is made of the same scores',
  scoring: 'The decision is withdrawn, and the panel agrees its scores again',
} as const;
export type Remedy = keyof typeof REMEDIES;

const REMAINS =
  'You can still write to the team, ask it to explain your assessment, or take advice on what the law offers.';

interface Told {
  noticeAt: Date | null;
  standstillEndsOn: Date | null;
  withdrawnAt: Date | null;
  contractedAt: Date | null;
  bidId: string;
}

interface Challenger {
  bidId: string;
  /** When its challenges were lodged: one to a decision. */
  lodged: Date[];
}

/** The awards whose standstill runs; a challenge to the decision is one to all of them. */
export const inStandstill = <Award extends Told>(awards: Award[], now: Date): Award[] =>
  awards.filter(
    ({ noticeAt, standstillEndsOn, withdrawnAt, contractedAt }) =>
      noticeAt !== null &&
      withdrawnAt === null &&
      contractedAt === null &&
      standstillEndsOn !== null &&
      ukDay(now) <= standstillEndsOn,
  );

/** Why a bid cannot challenge the decision now, with what its bidder can still do. */
export function refusedChallenge(awards: Told[], { bidId, lodged }: Challenger, now: Date): Refusal | null {
  const told = awards.filter(({ noticeAt, withdrawnAt }) => noticeAt !== null && withdrawnAt === null);
  if (told.some((award) => award.bidId === bidId))
    return refuse('BidHasWon', 'Your bid was awarded, so there is nothing for it to challenge.');
  if (told.length === 0) return refuse('NothingToChallenge', 'There is no award notice that stands.');
  const since = Math.min(...told.map(({ noticeAt }) => noticeAt?.getTime() ?? Infinity));
  if (lodged.some((at) => at.getTime() >= since))
    return refuse('BidHasChallenged', `Your bid has challenged this decision already. ${REMAINS}`);
  if (inStandstill(awards, now).length > 0) return null;
  const days = told.flatMap(({ standstillEndsOn }) => standstillEndsOn ?? []);
  const last = days.sort((a, b) => b.getTime() - a.getTime())[0];
  return last
    ? refuse('StandstillIsOver', `The standstill ended on ${showDate(last)}, so this is too late. ${REMAINS}`)
    : refuse('RouteHasNoStandstill', `This route has no standstill in which to challenge. ${REMAINS}`);
}
