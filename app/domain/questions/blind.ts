interface Judged {
  takesBids: boolean;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  outcome: string | null;
  /** An award notice went out. */
  noticed: boolean;
}

/**
 * Bids may be there, sealed or being judged: from publication until the award notice, or until it came to nothing.
 * Meanwhile nothing may let anybody guess who bids and who assesses.
 */
export const isBlind = ({ takesBids, publishedAt, withdrawnAt, outcome, noticed }: Judged): boolean =>
  takesBids &&
  publishedAt !== null &&
  withdrawnAt === null &&
  outcome !== 'noneSuitable' &&
  outcome !== 'cancelled' &&
  !noticed;
