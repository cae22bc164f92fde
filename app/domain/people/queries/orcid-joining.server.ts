import { z } from 'zod';
import { realNow } from '~/platform/clock.server';
import { hashOfToken } from '~/platform/one-time-tokens.server';
import { anyone } from '../../policy';
import { query } from '../../query.server';

/** Whom ORCID confirmed, for the page on which they make an account. Whoever holds the token came from there. */
export const orcidJoining = query({
  name: 'people.orcid-joining',
  input: z.strictObject({ token: z.string().min(20).max(100) }),
  visibleTo: anyone,
  read: async ({ db, input }) => {
    const row = await db.oneTimeToken.findFirst({
      where: { tokenHash: hashOfToken(input.token), purpose: 'orcidJoin' },
    });
    if (!row) return null;
    const [orcid = '', ...name] = row.address.split(' ');
    return { orcid, name: name.join(' '), usable: row.usedAt === null && row.expiresAt > realNow() };
  },
});
