export interface OwnerSigning {
  organisationId: string;
  /** Hashes of the texts that somebody signed for this owner. */
  signed: readonly string[];
}

export type Standing = 'draft' | 'signed' | 'published' | 'withdrawn';

export const STANDINGS: Record<Standing, string> = {
  draft: 'Draft: nobody ranks by it yet',
  signed: 'Signed by every owner',
  published: 'Published',
  withdrawn: 'Withdrawn',
};

/** Whether an owner stands behind the text as it is now; a signature of another text no longer counts. */
export const hasSigned = (owner: OwnerSigning, textHash: string): boolean => owner.signed.includes(textHash);

/** Owners that signed an earlier text alone: a change took their signatures away. */
export const signedBefore = (owner: OwnerSigning, textHash: string): boolean =>
  owner.signed.length > 0 && !hasSigned(owner, textHash);

export function standingOf(set: {
  publishedAt: unknown;
  withdrawnAt: unknown;
  textHash: string;
  owners: readonly OwnerSigning[];
}): Standing {
  if (set.withdrawnAt) return 'withdrawn';
  if (set.publishedAt) return 'published';
  return set.owners.length > 1 && set.owners.every((owner) => hasSigned(owner, set.textHash))
    ? 'signed'
    : 'draft';
}
