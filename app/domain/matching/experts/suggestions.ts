import type { ExpertCandidate, RankedCandidate } from './expert-candidates.server';
import { sharedWords, type ExpertMatch } from './expert-match';
import { hindrancesOf, reasonsFor, weightOf } from './match-reasons';
import type { NearExperts } from './near-experts.server';

export interface SuggestedExpert {
  reference: string;
  name: string;
  organisation: string | null;
  reasons: string[];
  /** The works that counted most, each with its share of what all their works add, in per cent. */
  works: { title: string; year: number | null; share: number }[];
  /** Words of those works and of the question that carried it. */
  workWords: string[];
  /** What stands in the way; empty when nothing does. */
  ruledOut: string[];
  invited: boolean;
}

/** Works four means of those found beyond chance, as of somebody on the subject, count for as much as a shared threat area. */
const WORKS_WEIGHT = 0.75;
const PROFILE_WEIGHT = 2;
const WORDS_SHOWN = 6;

/**
 * Works, shared terms and words of the profile add up; whoever is held back comes after everybody who is not. Ties go
 * by reference, which is drawn at random, so that no name is favoured by its spelling.
 */
export function bestFirst<Candidate extends RankedCandidate>(
  candidates: readonly Candidate[],
  { byWorks, byProfile }: NearExperts,
): Candidate[] {
  const matches = new Map(byWorks.map((match) => [match.expert, match]));
  return candidates
    .map((candidate) => {
      const profile = Math.min(1, byProfile.get(candidate.id) ?? 0);
      const works = WORKS_WEIGHT * Math.max(0, matches.get(candidate.id)?.score ?? 0);
      const order = works + weightOf(candidate.terms) + PROFILE_WEIGHT * profile;
      return { candidate, held: Number(hindrancesOf(candidate).length > 0), order };
    })
    .filter(({ order }) => order > 0)
    .sort(
      (one, other) =>
        one.held - other.held ||
        other.order - one.order ||
        (one.candidate.reference < other.candidate.reference ? -1 : 1),
    )
    .map(({ candidate }) => candidate);
}

/** Those who share anything, best first, as they are shown. */
export function suggestionsFrom(
  candidates: readonly ExpertCandidate[],
  near: NearExperts,
): SuggestedExpert[] {
  const matches = new Map(near.byWorks.map((match) => [match.expert, match]));
  return bestFirst(candidates, near).map((candidate) => {
    const match = matches.get(candidate.id);
    return {
      reference: candidate.reference,
      name: candidate.name,
      organisation: candidate.organisation,
      reasons: reasonsFor(
        candidate.terms,
        candidate.words.map((stem) => near.spoken.get(stem) ?? stem),
      ),
      works: match ? worksOf(match) : [],
      workWords: match ? sharedWords(match, near.spoken, WORDS_SHOWN) : [],
      ruledOut: hindrancesOf(candidate),
      invited: candidate.invited,
    };
  });
}

const worksOf = ({ works, evidence }: ExpertMatch): SuggestedExpert['works'] =>
  works.map(({ title, year, part }) => ({ title, year, share: Math.round((100 * part) / evidence) }));
