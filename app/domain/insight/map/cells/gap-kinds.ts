import { findingsIn, sumOf, type Counts } from '../marks';
import type { CellFacts } from './cell-facts';

export const GAP_KINDS = ['absolute', 'unfunded', 'running', 'synthesis', 'lowOnly', 'stale'] as const;
export type GapKind = (typeof GAP_KINDS)[number];

/** The word of each kind, the mark that stands before it, and what it means. */
export const GAPS: Record<GapKind, { name: string; mark: string; meaning: string }> = {
  absolute: { name: 'Absolute gap', mark: '∅', meaning: 'Nothing is asked, being bought or known.' },
  unfunded: {
    name: 'Asked, unfunded',
    mark: '?',
    meaning: 'Nothing is being bought or known; questions are open, and none states money.',
  },
  running: {
    name: 'Running',
    mark: '▶',
    meaning: 'A commission is under way; the first ends on the day given.',
  },
  synthesis: {
    name: 'Synthesis gap',
    mark: '≡',
    meaning: 'Three or more primary findings, and no review that brings them together.',
  },
  lowOnly: { name: 'Low confidence only', mark: '↓', meaning: 'What was appraised is of low confidence.' },
  stale: {
    name: 'Stale',
    mark: '⌛',
    meaning: 'Every finding is past the day on which to look at it again.',
  },
};

/** From so many primary findings on, a review is missed. Source: the gap types of evidence maps (3ie, EPPI). */
const TO_SYNTHESISE = 3;

/** What a cell lacks, in the order of the list above; more than one may hold. Empty for a cell that lacks nothing. */
export function gapsOf(counts: Counts, facts: CellFacts): GapKind[] {
  if (sumOf(counts) === 0) return ['absolute'];
  const findings = findingsIn(counts);
  const sound = counts['finding-high'] + counts['finding-moderate'];
  const held: Record<GapKind, boolean> = {
    absolute: false,
    unfunded: findings + counts.commission === 0 && facts.unfunded === counts.question,
    running: counts.commission > 0,
    synthesis: findings - facts.reviews >= TO_SYNTHESISE && facts.reviews === 0,
    lowOnly: sound === 0 && counts['finding-low'] > 0,
    stale: findings > 0 && facts.current === 0,
  };
  return GAP_KINDS.filter((kind) => held[kind]);
}
