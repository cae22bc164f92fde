import { isPublished, stateOf, type QuestionStages } from '../../questions/question';

export const MERGED_NOUNS = ['finding', 'question', 'organisation'] as const;
export type MergedNoun = (typeof MERGED_NOUNS)[number];

interface Mergeable {
  id: string;
  mergedIntoId: string | null;
}

/** Why two records cannot become one, in words; null when they can. */
export type WhyNot = string | null;

const whyNotTwo = (from: Mergeable, into: Mergeable): WhyNot => {
  if (from.id === into.id) return 'It cannot be merged into itself.';
  if (from.mergedIntoId) return 'It was merged already.';
  return into.mergedIntoId ? 'The other one was merged into a third. Merge into that.' : null;
};

export interface MergeableFinding extends Mergeable {
  stands: boolean;
  released: boolean;
  /** It is what an award delivered, or what an expert advised. */
  delivered: boolean;
}

export function whyNotFindings(from: MergeableFinding, into: MergeableFinding): WhyNot {
  if (!from.stands || !into.stands) return 'Only published findings that stand can be merged.';
  if (from.delivered) return 'It is what an award or an expert delivered. Merge the other one into it.';
  if (from.released && !into.released)
    return 'It is released to the public and the other is not. Decide about the release first.';
  return whyNotTwo(from, into);
}

const REACH = { team: 0, invited: 1, network: 2 } as const;

export interface MergeableQuestion extends Mergeable, QuestionStages {
  visibility: keyof typeof REACH;
  releasedAt: Date | null;
  outcome: string | null;
  takesBids: boolean;
}

/** From publication until it comes to nothing, a question that takes bids has bidders, whether or not one shows. */
const isCompetition = (question: MergeableQuestion): boolean =>
  question.takesBids && question.outcome !== 'noneSuitable' && question.outcome !== 'cancelled';

export function whyNotQuestions(from: MergeableQuestion, into: MergeableQuestion, now: Date): WhyNot {
  if (!isPublished(from) || !isPublished(into)) return 'Only published questions can be merged.';
  if (stateOf(from, now) === 'withdrawn' || stateOf(into, now) === 'withdrawn')
    return 'One of them was withdrawn. Its reason stays on its own page.';
  if (isCompetition(from)) return 'It takes bids, and merging it would break its competition.';
  if (REACH[from.visibility] > REACH[into.visibility] || (from.releasedAt && !into.releasedAt))
    return 'Fewer people see the other one, so its readers would find nothing.';
  return whyNotTwo(from, into);
}

export interface MergeableOrganisation extends Mergeable {
  closedAt: Date | null;
  /** Invited by name to a question that is still open. */
  invited: boolean;
  /** A team of it asks for bids that are not decided yet. */
  inCompetition: boolean;
}

export function whyNotOrganisations(from: MergeableOrganisation, into: MergeableOrganisation): WhyNot {
  const two = whyNotTwo(from, into);
  if (two) return two;
  if (from.closedAt || into.closedAt) return 'One of them is closed.';
  if (from.invited) return 'It is invited to a question that is still open. Merge it once that has closed.';
  return from.inCompetition ? 'One of its teams runs a competition. Merge it once that is decided.' : null;
}
