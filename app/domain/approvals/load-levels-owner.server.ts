import type { Db } from '~/platform/db.server';
import type { LevelsOwner } from './approval-levels';

/** The team or organisation whose levels these are. */
export async function levelsOwner(
  db: Db,
  kind: LevelsOwner['kind'],
  reference: string,
): Promise<LevelsOwner | null> {
  const where = { reference, closedAt: null };
  const select = { id: true, reference: true, name: true } as const;
  const row =
    kind === 'team'
      ? await db.team.findFirst({ where, select })
      : await db.organisation.findFirst({ where: { ...where, mergedIntoId: null }, select });
  return row && { ...row, kind };
}
