import type { Db } from '~/platform/db.server';
import type { KnownToPlan } from './invitation-list';

/** What the planning of invitations compares with. */
export async function knownToPlan(db: Db): Promise<KnownToPlan> {
  const organisations = await db.organisation.findMany({
    where: { closedAt: null, mergedIntoId: null },
    select: { id: true, name: true, slug: true },
  });
  const teams = await db.team.findMany({
    where: { closedAt: null },
    select: { id: true, name: true, organisationId: true },
  });
  const accounts = await db.personEmail.findMany({ select: { address: true } });
  const waiting = await db.$queryRaw<{ address: string }[]>`
    SELECT address FROM invitation
    WHERE accepted_at IS NULL AND revoked_at IS NULL AND expires_at > soundings.now()`;
  const set = (rows: { address: string }[]) => new Set(rows.map(({ address }) => address));
  return { organisations, teams, accounts: set(accounts), waiting: set(waiting) };
}
