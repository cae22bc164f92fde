export interface MergeableTerm {
  id: string;
  scheme: string;
  mergedIntoId: string | null;
  retiredAt: Date | null;
  /** Named by a crosswalk, a framework, a priority or a published list, or it has terms below it. */
  fixed: boolean;
  /** Somebody read findings as saying something of it. */
  judged: boolean;
}

/** Why two terms cannot become one, in words; null when they can. */
export function whyNotTerms(from: MergeableTerm, into: MergeableTerm): string | null {
  if (from.id === into.id) return 'It cannot be merged into itself.';
  if (from.scheme !== into.scheme) return 'Only terms of one kind can be merged.';
  if (from.mergedIntoId) return 'It was merged already.';
  if (into.mergedIntoId) return 'The other one was merged into a third. Merge into that.';
  if (into.retiredAt) return 'The other one is retired. Merge into a term in use.';
  if (from.fixed)
    return 'A strategy, a crosswalk or another term names it. Change that first, or merge the other one into it.';
  return from.judged
    ? 'Somebody read findings as saying something of it. Remove those judgements first.'
    : null;
}
