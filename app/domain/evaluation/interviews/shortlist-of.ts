import type { Lot } from '../../questions/lots/lot';
import { contending, inLot, resultsOf, writtenPart, type Assessment } from '../assessment/assessment';
import { rankedParts, type Competition } from '../competition';
import { shortlist } from './shortlist';

/** The bids that the published rule of a question invites, so many of each lot where it is divided, in the order of their references, which tells nothing. */
export function shortlistOf(competition: Competition, assessment: Assessment): string[] {
  const { interviewPlaces, interviewFrom } = competition.question;
  const written = writtenPart(assessment);
  const able = (lot: Lot | null) =>
    contending(inLot(written, lot)).map((bid) => ({
      id: bid.id,
      criteria: resultsOf(competition, written, bid).flatMap(({ criterion, agreed }) =>
        agreed === null ? [] : [{ weight: criterion.weight, minimum: criterion.minimum, score: agreed }],
      ),
    }));
  const rule = { places: interviewPlaces ?? 0, from: interviewFrom };
  const chosen = new Set(rankedParts(competition).flatMap((lot) => shortlist(able(lot), rule)));
  return contending(written)
    .map(({ id }) => id)
    .filter((id) => chosen.has(id));
}
