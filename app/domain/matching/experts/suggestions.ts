import type { ExpertCandidate } from './expert-candidates.server';
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

/** A cosine of 0.3, which two abstracts on one subject reach, counts for as much as a shared threat area. */
const WORKS_WEIGHT = 10;
const PROFILE_WEIGHT = 2;
const WORDS_SHOWN = 6;

/**
 * Works, shared terms and words of the profile add up; whoever is held back comes after everybody who is not. Ties go
 * by reference, which is drawn at random, so that no name is favoured by its spelling.
 */
export function suggestionsFrom(
  candidates: readonly ExpertCandidate[],
  { byWorks, byProfile, spoken }: NearExperts,
  most = Infinity,
): SuggestedExpert[] {
  const matches = new Map(byWorks.map((match) => [match.expert, match]));
  return candidates
    .map((candidate) => {
      const match = matches.get(candidate.id);
      const profile = Math.min(1, byProfile.get(candidate.id) ?? 0);
      return {
        candidate,
        match,
        ruledOut: hindrancesOf(candidate),
        order: WORKS_WEIGHT * (match?.score ?? 0) + weightOf(candidate.terms) + PROFILE_WEIGHT * profile,
      };
    })
    .filter(({ order }) => order > 0)
    .sort(
      (one, other) =>
        Number(one.ruledOut.length > 0) - Number(other.ruledOut.length > 0) ||
        other.order - one.order ||
        (one.candidate.reference < other.candidate.reference ? -1 : 1),
    )
    .slice(0, most)
    .map(({ candidate, match, ruledOut }) => ({
      reference: candidate.reference,
      name: candidate.name,
      organisation: candidate.organisation,
      reasons: reasonsFor(
        candidate.terms,
        candidate.words.map((stem) => spoken.get(stem) ?? stem),
      ),
      works: match ? worksOf(match) : [],
      workWords: match ? sharedWords(match, spoken, WORDS_SHOWN) : [],
      ruledOut,
      invited: candidate.invited,
    }));
}

const worksOf = ({ works, score }: ExpertMatch): SuggestedExpert['works'] =>
  works.map(({ title, year, part }) => ({ title, year, share: Math.round((100 * part) / score) }));
