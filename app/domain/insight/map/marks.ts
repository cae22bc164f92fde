/** What the map counts in a cell, in reading order: what is asked, bought and known. */
export const MARKS = [
  'question',
  'commission',
  'finding-high',
  'finding-moderate',
  'finding-low',
  'not-appraised',
] as const;

export type MarkKind = (typeof MARKS)[number];
export type Counts = Record<MarkKind, number>;

export const MARK_NAMES: Record<MarkKind, string> = {
  question: 'open questions',
  commission: 'live commissions',
  'finding-high': 'findings, high confidence',
  'finding-moderate': 'findings, moderate confidence',
  'finding-low': 'findings, low confidence',
  'not-appraised': 'findings not yet appraised',
};

/** `1 finding, low confidence`, `2 findings, low confidence`, without the figure. */
export const markName = (kind: MarkKind, count: number): string =>
  count === 1 ? MARK_NAMES[kind].replace(/(question|commission|finding)s/, '$1') : MARK_NAMES[kind];

export const noCounts = (): Counts => ({
  question: 0,
  commission: 0,
  'finding-high': 0,
  'finding-moderate': 0,
  'finding-low': 0,
  'not-appraised': 0,
});

export const sumOf = (counts: Counts): number => MARKS.reduce((sum, mark) => sum + counts[mark], 0);

export const findingsIn = (counts: Counts): number => sumOf(counts) - counts.question - counts.commission;

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Up to ten in words, as in running text. */
export const inWords = (count: number): string => WORDS[count] ?? String(count);
