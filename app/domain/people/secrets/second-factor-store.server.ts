import type { Db } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { hashOfRecoveryCode, newRecoveryCodes } from '~/platform/second-factor.server';
import type { Actor } from '../../actor';

export interface LockedCredential {
  personId: string;
  passwordHash: string | null;
  totpSecret: Uint8Array | null;
  totpConfirmedAt: Date | null;
  totpLastStep: bigint | null;
}

/** The actor's own, locked: two codes given at once are judged one after the other. */
export async function lockedCredential(tx: Db, actor: Actor): Promise<LockedCredential | null> {
  if (actor.kind !== 'person') return null;
  const [row] = await tx.$queryRaw<LockedCredential[]>`
    SELECT person_id AS "personId", password_hash AS "passwordHash", totp_secret AS "totpSecret",
      totp_confirmed_at AS "totpConfirmedAt", totp_last_step AS "totpLastStep"
    FROM credential WHERE person_id = ${actor.id}::uuid FOR UPDATE`;
  return row ?? null;
}

/** New codes; the former ones stop to count. The plain codes exist only in the answer. */
export async function replaceRecoveryCodes(tx: Db, personId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await tx.recoveryCode.deleteMany({ where: { personId } });
  const rows = codes.flatMap((code) => {
    const codeHash = hashOfRecoveryCode(code);
    return codeHash ? [{ id: newId(), personId, codeHash }] : [];
  });
  await tx.recoveryCode.createMany({ data: rows });
  return codes;
}
