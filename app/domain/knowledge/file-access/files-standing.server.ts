import type { Db } from '~/platform/db.server';
import { isPerson, type Actor } from '../../actor';
import { lockedFinding, loadFinding, type LoadedFinding } from '../finding-standing.server';
import { authorsWithAccount } from './authors-with-account';
import type { FilesStanding } from './file-policy';

export interface FindingWithFiles {
  finding: LoadedFinding;
  files: FilesStanding;
}

/** The finding with what decides about its files; its row stays locked until the transaction ends. */
export async function lockedFiles(tx: Db, reference: string, actor: Actor): Promise<FindingWithFiles | null> {
  const finding = await lockedFinding(tx, reference);
  return finding && withFiles(tx, finding, actor);
}

export async function loadFiles(db: Db, reference: string, actor: Actor): Promise<FindingWithFiles | null> {
  const finding = await loadFinding(db, reference);
  return finding && withFiles(db, finding, actor);
}

async function withFiles(db: Db, finding: LoadedFinding, actor: Actor): Promise<FindingWithFiles> {
  const grant = isPerson(actor)
    ? await db.fileGrant.findFirst({
        where: { findingId: finding.id, personId: actor.id, endedAt: null },
        select: { until: true },
      })
    : null;
  const access = await db.fileAccess.findFirst({ where: { findingId: finding.id, replacedAt: null } });
  return {
    finding,
    files: {
      finding: finding.standing,
      authorIds: authorsWithAccount(finding.versions),
      access,
      grantedUntil: grant?.until ?? null,
    },
  };
}
