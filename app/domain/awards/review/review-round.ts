export const REVIEW_DECISIONS = {
  accept: 'Accept',
  acceptWithChanges: 'Accept with changes',
  return: 'Return',
} as const;
export type ReviewDecision = keyof typeof REVIEW_DECISIONS;

export interface GivenReview {
  reviewerId: string;
  reviewerName: string;
  reviewerReference: string;
  decision: ReviewDecision | null;
  comment: string;
  givenAt: Date | null;
}

export interface Round {
  id: string;
  number: number;
  dueOn: Date;
  openedAt: Date;
  reviews: GivenReview[];
}

/** The round that counts: the last one. */
export const currentRound = (rounds: readonly Round[]): Round | undefined => rounds.at(-1);

export const waitsFor = (round: Round): GivenReview[] =>
  round.reviews.filter(({ givenAt }) => givenAt === null);

export const isRunning = (round: Round | undefined): round is Round =>
  round !== undefined && waitsFor(round).length > 0;

/** Late from the day after its day, as long as one review is missing. */
export const isLateRound = (round: Round, today: Date): boolean => isRunning(round) && round.dueOn < today;

/** Until its day has passed nobody else is asked: then somebody may have left, and another round can follow. */
export const isAwaited = (round: Round | undefined, today: Date): round is Round =>
  isRunning(round) && !isLateRound(round, today);

/** One reviewer for returning it is enough: then it is not signed off as it is. */
export const asksForReturn = (round: Round | undefined): boolean =>
  round?.reviews.some(({ decision }) => decision === 'return') ?? false;
