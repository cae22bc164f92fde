/** A noun's documents by who may read them, as the database numbers them (soundings.rank_question, rank_finding). */
export const SHELVES = {
  question: { everyone: 11, network: 12, named: 13 },
  finding: { everyone: 21, network: 22 },
} as const;
