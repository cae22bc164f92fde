export const COVERED_SCHEMES = ['threatArea', 'strand', 'level'] as const;
export type CoveredScheme = (typeof COVERED_SCHEMES)[number];

/** What is asked and known of an enabler within one threat area, strand or level. */
export interface CoverageLine {
  scheme: CoveredScheme;
  slug: string;
  name: string;
  asked: number;
  known: number;
  /** Of what is known, what nobody has to look at again yet. */
  current: number;
}

export const STANDINGS = {
  known: 'Known',
  stale: 'Known, but all of it needs review',
  asked: 'Asked, not known',
  gap: 'Gap: nothing asked or known',
} as const;
export type Standing = keyof typeof STANDINGS;

export function standingOf({ asked, known, current }: CoverageLine): Standing {
  if (known > 0) return current > 0 ? 'known' : 'stale';
  return asked > 0 ? 'asked' : 'gap';
}

/** Where it is not known, in a sentence about threat areas. */
export function coverageTitle(lines: readonly CoverageLine[]): string {
  const areas = lines.filter(({ scheme }) => scheme === 'threatArea');
  const gaps = areas.filter((line) => standingOf(line) === 'gap').length;
  if (gaps === 0) return 'Every threat area has something on it';
  return `${gaps} of ${areas.length} threat areas ${gaps === 1 ? 'has' : 'have'} nothing on it`;
}
