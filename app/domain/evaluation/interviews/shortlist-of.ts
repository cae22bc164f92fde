import { contending, resultsOf, writtenPart, type Assessment } from '../assessment/assessment';
import type { Competition } from '../competition';
import { shortlist } from './shortlist';

/** The bids that the published rule of a question invites, in the order of their references, which tells nothing. */
export function shortlistOf(competition: Competition, assessment: Assessment): string[] {
  const { interviewPlaces, interviewFrom } = competition.question;
  const written = writtenPart(assessment);
  const bids = contending(written).map((bid) => ({
    id: bid.id,
    criteria: resultsOf(competition, written, bid).flatMap(({ criterion, agreed }) =>
      agreed === null ? [] : [{ weight: criterion.weight, minimum: criterion.minimum, score: agreed }],
    ),
  }));
  const chosen = new Set(shortlist(bids, { places: interviewPlaces ?? 0, from: interviewFrom }));
  return contending(written)
    .map(({ id }) => id)
    .filter((id) => chosen.has(id));
}
