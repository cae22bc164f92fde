export const TERM_SCHEMES = [
  'threatArea',
  'enabler',
  'strand',
  'level',
  'method',
  'discipline',
  'questionType',
  'businessModelStage',
  'interventionType',
  'region',
  'chainPosition',
] as const;

export type TermScheme = (typeof TERM_SCHEMES)[number];
export type TermStanding = 'current' | 'unverified' | 'unknown';

/** What one term of a scheme is called, and all of them. */
export const SCHEME_NAMES: Record<TermScheme, { one: string; many: string }> = {
  threatArea: { one: 'Threat area', many: 'Threat areas' },
  enabler: { one: 'Enabler', many: 'Enablers' },
  strand: { one: 'Strand', many: 'Strands' },
  level: { one: 'Level', many: 'Levels' },
  method: { one: 'Method', many: 'Methods' },
  discipline: { one: 'Discipline', many: 'Disciplines' },
  questionType: { one: 'Question type', many: 'Question types' },
  businessModelStage: { one: 'Stage of the criminal business', many: 'Stages of the criminal business' },
  interventionType: { one: 'Type of intervention', many: 'Types of intervention' },
  region: { one: 'Region', many: 'Regions' },
  chainPosition: { one: 'Position in the chain', many: 'Positions in the chain' },
};

export const STANDING_WORDS: Record<TermStanding, string> = {
  current: 'Current',
  unverified: 'Unverified',
  unknown: 'Unknown',
};

/** The wording that held on a day, of versions in any order; null for a day before the first is recorded. */
export function wordingOn<Version extends { number: number; holdsFrom: Date }>(
  versions: readonly Version[],
  day: Date,
): Version | null {
  const held = versions.filter(({ holdsFrom }) => holdsFrom <= day);
  return held.reduce<Version | null>(
    (latest, version) => (latest === null || version.number > latest.number ? version : latest),
    null,
  );
}
