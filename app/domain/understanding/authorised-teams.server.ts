import type { Db } from '~/platform/db.server';

/** Teams whose authors and owners rate understanding and keep indicators now. */
export async function authorisedTeams(db: Db): Promise<string[]> {
  const rows = await db.understandingTeam.findMany({ where: { endedAt: null }, select: { teamId: true } });
  return rows.map(({ teamId }) => teamId);
}
