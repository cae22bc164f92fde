import { z } from 'zod';
import { realNow } from '~/platform/clock.server';
import { hashOfToken } from '~/platform/one-time-tokens.server';
import { anyone } from '../../policy';
import { query } from '../../query.server';
import { organisationOfAddress } from '../person-emails.server';

/** What a link of a letter leads to. Whoever holds the token is who the letter went to. */
export const linkOfLetter = query({
  name: 'people.link-of-letter',
  input: z.strictObject({
    token: z.string().min(20).max(100),
    purpose: z.enum(['join', 'passwordReset', 'confirmEmail']),
  }),
  visibleTo: anyone,
  read: async ({ db, input: { token, purpose } }) => {
    const row = await db.oneTimeToken.findFirst({ where: { tokenHash: hashOfToken(token), purpose } });
    if (!row || (purpose === 'passwordReset' && !row.personId)) return null;
    const usable = row.usedAt === null && row.expiresAt > realNow();
    const organisation =
      usable && purpose !== 'passwordReset' ? await organisationOfAddress(db, row.address) : null;
    return { address: row.address, usable, organisation: organisation?.name ?? null };
  },
});
