interface Judged {
  takesBids: boolean;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  outcome: string | null;
  /** What was decided is told. */
  told: boolean;
}

/**
 * Bids may be there, sealed or being judged: from publication until it is told how that ended.
 * Meanwhile nothing may let anybody guess who bids and who assesses.
 */
export const isBlind = ({ takesBids, publishedAt, withdrawnAt, outcome, told }: Judged): boolean =>
  takesBids && publishedAt !== null && withdrawnAt === null && !(outcome !== null && told);
