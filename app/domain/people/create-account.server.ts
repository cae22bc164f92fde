import type { Db } from '~/platform/db.server';
import { realNow } from '~/platform/clock.server';
import { hashPassword } from '~/platform/passwords.server';

export interface NewAccount {
  personId: string;
  reference: string;
  name: string;
  address: string;
  password: string;
  now: Date;
}

/** A person with a confirmed address and a password; not verified as anybody's yet. */
export async function createAccount(tx: Db, account: NewAccount): Promise<void> {
  const { personId, reference, name, address, now } = account;
  const passwordHash = await hashPassword(account.password);
  await tx.person.create({
    data: {
      id: personId,
      reference,
      name,
      createdAt: now,
      emails: { create: { address, primary: true, verifiedAt: now } },
      credential: { create: { passwordHash, changedAt: realNow() } },
    },
  });
}
