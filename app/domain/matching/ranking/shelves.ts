/** A noun's documents by who may read them, as the database numbers them (view soundings.rankable). */
export const SHELVES = {
  question: { everyone: 11, network: 12, named: 13 },
  finding: { everyone: 21, network: 22 },
  /** Of listed experts. */
  expert: { works: 31, profiles: 32 },
} as const;
