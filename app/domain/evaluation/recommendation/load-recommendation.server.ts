import type { Db } from '~/platform/db.server';
import type { Competition } from '../competition';
import { lockedCompetition } from '../load-competition.server';

export interface WaitingRecommendation {
  competition: Competition;
  recommendation: {
    id: string;
    outcome: 'awarded' | 'noneSuitable' | 'cancelled';
    text: string;
    bidIds: string[];
    madeById: string;
    madeAt: Date;
    value: number | null;
  };
}

/** The recommendation of a question that waits for its decision, under the question's lock; null without one. */
export async function waitingRecommendation(
  tx: Db,
  reference: string,
): Promise<WaitingRecommendation | null> {
  const competition = await lockedCompetition(tx, reference);
  if (!competition?.recommendationId) return null;
  const row = await tx.recommendation.findUniqueOrThrow({
    where: { id: competition.recommendationId },
    select: { id: true, outcome: true, text: true, bidIds: true, madeById: true, madeAt: true, value: true },
  });
  const { outcome, ...rest } = row;
  if (outcome === 'answered') throw new Error('an evaluation never recommends an answer');
  return { competition, recommendation: { ...rest, outcome } };
}
