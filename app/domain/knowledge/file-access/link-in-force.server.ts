import type { Db } from '~/platform/db.server';
import { hashOfToken } from '~/platform/one-time-tokens.server';

/**
 * The finding that a link opens now. A link ends with its day, when it is revoked, and when the finding is
 * retracted or marked above OFFICIAL.
 */
export function linkInForce(db: Db, token: string, now: Date) {
  return db.fileLink.findFirst({
    where: {
      tokenHash: hashOfToken(token),
      revokedAt: null,
      expiresAt: { gt: now },
      finding: { publishedAt: { not: null }, retractedAt: null, mergedIntoId: null, marking: 'OFFICIAL' },
    },
    select: {
      id: true,
      expiresAt: true,
      finding: {
        select: {
          id: true,
          reference: true,
          currentNumber: true,
          versions: {
            where: { publishedAt: { not: null } },
            orderBy: { number: 'desc' },
            take: 1,
            include: {
              authors: { orderBy: { position: 'asc' } },
              files: { select: { file: true } },
            },
          },
        },
      },
    },
  });
}

export const tokenShape = /^[A-Za-z0-9_-]{43}$/;

/** Each use of a link is a fact: which link, and which file, never who held it. */
export const linkUse = (view: { linkId: string; findingId: string }, file: string | null) => ({
  name: 'FileLinkWasUsed',
  noun: 'finding' as const,
  nounId: view.findingId,
  data: { linkId: view.linkId, file },
});
