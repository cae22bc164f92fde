import type { RatingSummary } from '~/domain/ratings/rating-summary';
import { ENOUGH } from '~/domain/ratings/shrinkage';

/** A mean is said from three counted ratings up, with their number. */
export function ratingWords({ counted, mean }: RatingSummary): string {
  if (counted === 0) return 'not rated for this priority';
  if (mean === null) return `${counted} of ${ENOUGH} ratings needed for a mean: too few`;
  return `relevance ${mean.toFixed(1)} of 5 from ${counted} ratings`;
}
