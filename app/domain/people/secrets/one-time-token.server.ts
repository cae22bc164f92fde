import type { Db } from '~/platform/db.server';
import { realNow } from '~/platform/clock.server';
import { hashOfToken, newToken } from '~/platform/one-time-tokens.server';

export type TokenPurpose = 'join' | 'passwordReset' | 'confirmEmail' | 'orcidJoin';

const MINUTES: Record<TokenPurpose, number> = {
  join: 60,
  passwordReset: 60,
  confirmEmail: 24 * 60,
  orcidJoin: 60,
};

/** Makes a token for a letter. One that belongs to nobody is made too, so that the work is the same. */
export async function issueToken(
  tx: Db,
  purpose: TokenPurpose,
  address: string,
  personId: string | null,
): Promise<string> {
  const { token, hash } = newToken();
  const createdAt = realNow();
  const expiresAt = new Date(createdAt.getTime() + MINUTES[purpose] * 60_000);
  await tx.oneTimeToken.create({
    data: { tokenHash: hash, purpose, address, personId, createdAt, expiresAt },
  });
  return token;
}

export interface FoundToken {
  tokenHash: Uint8Array<ArrayBuffer>;
  address: string;
  personId: string | null;
  usable: boolean;
}

/** Locked, so that two uses at once are one use and one refusal. Null for a token that never was. */
export async function lockToken(tx: Db, purpose: TokenPurpose, token: string): Promise<FoundToken | null> {
  const [row] = await tx.$queryRaw<(Omit<FoundToken, 'usable'> & { usedAt: Date | null; expiresAt: Date })[]>`
    SELECT token_hash AS "tokenHash", address, person_id AS "personId", used_at AS "usedAt", expires_at AS "expiresAt"
    FROM one_time_token WHERE token_hash = ${hashOfToken(token)} AND purpose = ${purpose} FOR UPDATE`;
  if (!row) return null;
  const { usedAt, expiresAt, ...found } = row;
  return { ...found, usable: usedAt === null && expiresAt > realNow() };
}

/** Those of a person that are still unused serve nobody any more, be it of one address or of all. */
export async function endTokens(
  tx: Db,
  which: { purpose: TokenPurpose; personId: string; address?: string },
): Promise<void> {
  await tx.oneTimeToken.updateMany({ where: { ...which, usedAt: null }, data: { usedAt: realNow() } });
}

export async function spendToken(tx: Db, tokenHash: Uint8Array<ArrayBuffer>): Promise<void> {
  await tx.oneTimeToken.update({ where: { tokenHash }, data: { usedAt: realNow() } });
}
