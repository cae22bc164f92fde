/** What stands in the place of a restricted annex on the page beside it. */
export interface AnnexStub {
  words: number;
  reads: boolean;
  keeps: boolean;
  asks: boolean;
}

interface Known {
  annex: { words: number; announced: boolean; listed: boolean } | null;
  keeps: boolean;
  isMember: boolean;
}

/** Null where the reader may not know that there is an annex; without one, those who would keep it may write it. */
export function annexStub({ annex, keeps, isMember }: Known): AnnexStub | null {
  if (!annex) return keeps ? { words: 0, reads: false, keeps, asks: false } : null;
  const reads = keeps || (isMember && annex.listed);
  if (!reads && !annex.announced) return null;
  return { words: annex.words, reads, keeps, asks: !reads && isMember };
}
